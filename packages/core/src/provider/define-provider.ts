import type * as z from 'zod';
import type { Assumption } from './assumption.ts';
import type { Capabilities, Capability, Operation } from './capabilities.ts';
import type { ReportDrift } from './drift.ts';
import type { EventHandlers, PollingSpec, WebhookSpec } from './events.ts';
import type { AllHandlers, HandlersFor } from './handlers.ts';
import type { Normalize } from './normalize.ts';
import type { Call } from './request.ts';
import type { HeaderMap, Transport } from './transport.ts';

/** The app gives it, strictly checked: `{ credentials, options }`. Secret fields are `secret()`. */
export type ConfigSchema = z.ZodObject<{
  credentials: z.ZodType<object, object>;
  options: z.ZodType<object, object | undefined>;
}>;

/** What a connection's code knows. It lives as long as the connection: what it remembers is never shared with another one. */
export interface ConnectContext<Config> {
  readonly config: Config;
  readonly normalize: Normalize;
  readonly reportDrift: ReportDrift;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A vendor's own call: one input (or none) and the call it runs in. */
export type NativeCall = (input: never, call: Call) => Promise<unknown>;

/** The vendor's own calls, in groups. */
export type NativeCalls = { readonly [name: string]: NativeCall | NativeCalls };

export interface Connected<Handlers, Native extends NativeCalls> {
  readonly handlers: Handlers;
  /** Beyond the common interface, for `inbox.native`. */
  readonly native: Native;
  /**
   * For credentials that change: the headers of each request, instead of the transport's. Called before every attempt; `renew` after the vendor
   * refused the last ones with 401, once per request. Its own requests carry `headers` themselves and have the effect `read`.
   */
  authorize?(call: Call, renew: boolean): Promise<HeaderMap>;
  /** What core cannot know of this vendor's events. */
  readonly events?: EventHandlers;
}

export interface ProviderSpec<
  Id extends string,
  Schema extends ConfigSchema,
  C extends Capabilities,
  Native extends NativeCalls,
> {
  /** Stands in configurations and errors; lower case with dashes. */
  readonly id: Id;
  /** For people. */
  readonly name: string;
  readonly specVersion: 1;
  readonly config: Schema;
  readonly capabilities: C;
  /** Everything the provider takes for granted that its vendor does not document. */
  readonly assumptions?: readonly Assumption[];
  readonly transport: Transport<z.output<Schema>>;
  /** Absent: the vendor sends none. */
  readonly webhooks?: WebhookSpec<z.output<Schema>>;
  /** Absent: asking again and again tells nothing, or costs too much. */
  readonly polling?: PollingSpec;
  /** Makes no request. */
  connect(context: ConnectContext<z.output<Schema>>): Connected<HandlersFor<C>, Native>;
}

export interface Provider<
  Id extends string = string,
  Schema extends ConfigSchema = ConfigSchema,
  C extends Capabilities = Capabilities,
  Native extends NativeCalls = NativeCalls,
> {
  readonly id: Id;
  readonly name: string;
  readonly specVersion: 1;
  readonly config: Schema;
  readonly capabilities: C;
  /** Everything the provider takes for granted that its vendor does not document. */
  readonly assumptions?: readonly Assumption[];
  readonly transport: Transport<z.output<Schema>>;
  readonly webhooks?: WebhookSpec<z.output<Schema>>;
  readonly polling?: PollingSpec;
  connect(context: ConnectContext<z.output<Schema>>): Connected<Partial<AllHandlers>, Native>;
}

/**
 * Declares a provider. The declaration drives the types of its inbox, the refusals before the network, and the documents: what is declared
 * must be handled, and nothing else may be.
 */
export function defineProvider<
  const Id extends string,
  Schema extends ConfigSchema,
  const C extends Capabilities,
  Native extends NativeCalls,
>(spec: ProviderSpec<Id, Schema, C, Native>): Provider<Id, Schema, C, Native> {
  return Object.freeze({ ...spec, capabilities: freeze(spec.capabilities) }) as unknown as Provider<
    Id,
    Schema,
    C,
    Native
  >;
}

function freeze<C extends Record<Operation, Capability>>(capabilities: C): C {
  for (const capability of Object.values(capabilities)) Object.freeze(capability);
  return Object.freeze(capabilities);
}
