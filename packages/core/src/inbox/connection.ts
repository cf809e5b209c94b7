import { InboxError } from '../errors/index.ts';
import { aborted, type HttpClient } from '../http/index.ts';
import { type CallOptions, formatId, parseId } from '../model/index.ts';
import type { Call, Capabilities, MissingCapability, Operation, SupportedCapability } from '../provider/index.ts';

export interface ConnectionContext {
  readonly tenantId?: string | undefined;
  readonly provider: string;
  readonly providerName: string;
  readonly connectionId: string;
  readonly capabilities: Capabilities;
  readonly http: HttpClient;
  readonly now: () => number;
  /** Resolves when the provider's code is ready to be called. */
  open(signal: AbortSignal | undefined): Promise<void>;
}

export interface Connection extends ConnectionContext {
  /** The same connection by another declaration. */
  withCapabilities(capabilities: Capabilities): Connection;
  /** Throws `unsupported` when the provider cannot do it. */
  demand(operation: Operation): SupportedCapability;
  /** Our id for a native one. */
  id(nativeId: string): string;
  /** The native id in ours. Throws `invalid-request`, or `unknown-connection` for an id of another connection. */
  nativeId(id: unknown, field?: string): string;
  /** Whatever was thrown without a request, as an `InboxError` that says where. */
  explain(error: unknown, operation: string): InboxError;
  /** Runs checks that need no request: what they throw says where it happened. */
  guard<T>(operation: string, work: () => T): T;
  /** Runs one operation: its requests share the signal, and whatever it throws becomes an `InboxError` that says where it happened. */
  run<T>(operation: string, options: CallOptions | undefined, work: (call: Call) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  /** Lets everything go on, and keeps no connection to the vendor open when nothing is in flight. */
  retire(): Promise<unknown>;
}

/** One account at one vendor, at work. */
export function createConnection(context: ConnectionContext): Connection {
  const { provider, connectionId, capabilities, http } = context;
  const inFlight = new Set<Promise<unknown>>();
  let closed = false;
  let retired = false;

  /** Whatever was thrown, as an `InboxError` that says where, and of a write whether the vendor may have done it. */
  const explain = (error: unknown, operation: string, mutations: number): InboxError => {
    const known = explainAnywhere(error);
    const beforeAny = isWrite(operation) ? 'not-sent' : undefined;
    const outcome = mutations > 0 ? (known.outcome ?? 'unknown') : beforeAny;
    return known.with({ tenantId: context.tenantId, provider, connectionId, operation, outcome });
  };

  const runNow = async <T>(operation: string, options: CallOptions | undefined, work: (call: Call) => Promise<T>) => {
    const signal = options?.signal;
    let mutations = 0;
    const call: Call = {
      signal,
      request(request) {
        if (request.effect !== 'read') mutations++;
        return http.request(request, { operation, signal });
      },
    };
    try {
      if (closed) throw refuse('This inbox is closed', 'Ask for the inbox again.');
      if (signal?.aborted) throw aborted(signal);
      await context.open(signal);
      return await work(call);
    } catch (error) {
      throw explain(error, operation, mutations);
    }
  };

  const demandOf = (declared: Capabilities) => (operation: Operation) => {
    const capability = declared[operation];
    if (capability.level !== 'none') return capability;
    throw unsupported(context.providerName, operation, capability.because, capability.note);
  };

  return {
    ...context,
    withCapabilities(other) {
      return { ...this, capabilities: other, demand: demandOf(other) };
    },
    demand: demandOf(capabilities),
    id: (nativeId) => formatId(connectionId, nativeId),
    nativeId(id, field = 'id') {
      const parsed = parseId(id, field);
      if (parsed.connectionId === connectionId) return parsed.nativeId;
      throw new InboxError(`${field} belongs to another connection`, {
        code: 'unknown-connection',
        blame: 'caller',
        hint: 'Use the inbox that gave you this id.',
      });
    },
    explain: (error, operation) =>
      InboxError.isInstance(error) && error.operation ? error : explain(error, operation, 0),
    guard(operation, work) {
      try {
        return work();
      } catch (error) {
        throw explain(error, operation, 0);
      }
    },
    async run(operation, options, work) {
      const running = runNow(operation, options, work);
      inFlight.add(running);
      try {
        return await running;
      } finally {
        inFlight.delete(running);
        if (retired && inFlight.size === 0) http.close();
      }
    },
    async retire() {
      retired = true;
      if (inFlight.size === 0) http.close();
      await Promise.allSettled(inFlight);
    },
    async close() {
      closed = true;
      await Promise.allSettled(inFlight);
      http.close();
    },
  };
}

/** Listing and getting change nothing; of a native call only its requests' effects tell. */
function isWrite(operation: string): boolean {
  return !/\.(list|get)$|^native\./.test(operation);
}

const reasons: Readonly<Record<MissingCapability['because'], string>> = {
  vendor: 'the vendor offers no such thing',
  'not-yet': 'this is not built yet',
  store: 'the vendor has no such call; it is served from the mirror, which needs a store',
};

function unsupported(provider: string, operation: string, because: MissingCapability['because'], note?: string) {
  const reason = reasons[because];
  return new InboxError(`${provider} does not support ${operation}: ${reason}`, {
    code: 'unsupported',
    blame: 'caller',
    hint: note ?? `Ask inbox.supports('${operation}') first.`,
  });
}

function refuse(message: string, hint: string): InboxError {
  return new InboxError(message, { code: 'invalid-request', blame: 'caller', hint });
}

/** Whatever was thrown, as an `InboxError`. */
export function explainAnywhere(error: unknown): InboxError {
  return InboxError.isInstance(error) ? error : internal(error);
}

/** A bug of ours or of a provider. Its message may quote data, so only its kind and its stack frames are kept. */
function internal(error: unknown): InboxError {
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  const wrapped = new InboxError(`An unexpected ${kind} was thrown`, {
    code: 'internal',
    blame: 'library',
    hint: 'Please report this with the stack; it contains no data.',
  });
  const frames = error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []) : [];
  wrapped.stack = [`${wrapped.name}: ${wrapped.message}`, ...frames].join('\n');
  return wrapped;
}
