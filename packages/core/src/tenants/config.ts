import * as z from 'zod';
import { InboxError } from '../errors/index.ts';
import { type AnyProvider, type ConnectionOptions, type CredentialsSource, connectionIssues } from '../inbox/index.ts';
import { type Capability, describeIssues } from '../provider/index.ts';
import { type EventsConfig, eventsConfig } from './events-config.ts';

/** One account of a tenant at a vendor. `provider` says which of the registered ones, and so what `credentials` and `options` are. */
export type ConnectionConfig<P extends AnyProvider = AnyProvider> = {
  /** Stands in every id; unique within the tenant. Keep it when the account stays and only its credentials change. */
  readonly id: string;
  readonly provider: P['id'];
  readonly credentials: CredentialsSource<z.input<P['config']>['credentials']>;
  readonly options?: z.input<P['config']>['options'] | undefined;
} & Omit<ConnectionOptions, 'connectionId' | 'now'> &
  EventsConfig;

/** Everything a tenant is configured for, of the providers in the list. */
export interface TenantConfig<Providers extends readonly AnyProvider[] = readonly AnyProvider[]> {
  readonly connections: readonly { [Index in keyof Providers]: ConnectionConfig<Providers[Index]> }[number][];
}

const shape = z.strictObject({
  connections: z
    .array(z.looseObject({ id: z.string().min(1, 'must not be empty').max(200, 'is too long'), provider: z.string() }))
    .min(1, 'must name at least one connection'),
});

export interface CheckedConnection {
  readonly id: string;
  readonly provider: AnyProvider;
  readonly events: EventsConfig;
  /** For `openInbox`. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Throws `invalid-config` that names every wrong field by its path, and no value. */
export function checkTenantConfig(
  tenantId: string,
  providers: readonly AnyProvider[],
  config: unknown,
): CheckedConnection[] {
  const parsed = shape.safeParse(config);
  if (!parsed.success) throw invalid(tenantId, describeIssues('', parsed.error.issues));
  const problems: string[] = [];
  const ids = new Set<string>();
  const checked = parsed.data.connections.flatMap(({ id, provider: providerId, ...given }, index) => {
    const { webhook, polling, keepFor, ...settings } = given;
    const events = eventsConfig.safeParse({ webhook, polling, keepFor });
    const place = `connections.${index}`;
    if (ids.has(id)) problems.push(`${place}.id: is the id of another connection too`);
    ids.add(id);
    const provider = providers.find((one) => one.id === providerId);
    if (!provider) {
      problems.push(`${place}.provider: is none of ${providers.map((one) => one.id).join(', ')}`);
      return [];
    }
    problems.push(...describeIssues(place, events.error?.issues ?? []));
    problems.push(...describeIssues(place, connectionIssues(provider, settings)));
    if (webhook !== undefined && !provider.webhooks) problems.push(`${place}.webhook: this vendor sends no webhooks`);
    const canReadBack = isLive(provider.capabilities['conversations.get']);
    if (events.data?.webhook?.confirm && !canReadBack)
      problems.push(`${place}.webhook.confirm: this vendor's API cannot read a conversation back`);
    return [{ id, provider, settings, events: events.data ?? {} }];
  });
  if (problems.length > 0) throw invalid(tenantId, problems);
  return checked;
}

function isLive(capability: Capability): boolean {
  return capability.level !== 'none' && capability.via !== 'mirror';
}

function invalid(tenantId: string, problems: readonly string[]): InboxError {
  return new InboxError(`The configuration of this tenant is wrong. ${problems.join('; ')}`, {
    code: 'invalid-config',
    blame: 'caller',
    tenantId,
  });
}
