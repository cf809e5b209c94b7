import type {
  AllHandlers,
  Capabilities,
  ConnectContext,
  NativeEvent,
  Operation,
  WebhookReading,
  WebhookSpec,
} from '../provider/index.ts';
import type { Scope, Store } from '../store/index.ts';
import type { MirrorHandlers } from './mirror-handlers.ts';
import { type Recorder, recordedHandlers } from './recorded-handlers.ts';

/** The vendor's handlers, those of the mirror where the declaration says so, and what we do ourselves written down. */
export function keptHandlers(
  vendor: () => AllHandlers,
  capabilities: Capabilities,
  mirror: MirrorHandlers,
  writes: Recorder,
): () => AllHandlers {
  const made = new WeakMap<AllHandlers, AllHandlers>();
  return () => {
    const handlers = vendor();
    const known = made.get(handlers) ?? layOver(recordedHandlers(handlers, writes), capabilities, mirror);
    made.set(handlers, known);
    return known;
  };
}

function layOver(handlers: AllHandlers, capabilities: Capabilities, mirror: MirrorHandlers): AllHandlers {
  const laid = { ...handlers } as Record<string, object>;
  for (const [group, methods] of Object.entries(mirror))
    for (const [name, method] of Object.entries(methods)) {
      const capability = capabilities[`${group}.${name}` as Operation];
      if (capability.level !== 'none' && capability.via === 'mirror') laid[group] = { ...laid[group], [name]: method };
    }
  return laid as unknown as AllHandlers;
}

interface Kept {
  readonly store: Store;
  record(events: readonly NativeEvent[]): Promise<unknown>;
}

export function recorder({ store, record }: Kept, scope: Scope, now: () => number): Recorder {
  return {
    now,
    async record(event) {
      await record([event]).catch(() => undefined);
    },
    async conversationOf(messageId) {
      const [known] = await store.get(scope, 'message', [messageId]).catch(() => []);
      return known?.parent;
    },
  };
}

/**
 * Reads bodies with the configuration of the moment: rejects when that cannot be had. Undefined for a body on which the provider stumbles.
 */
export function readerOf(spec: WebhookSpec<never>, context: () => Promise<ConnectContext<unknown>>) {
  return async (body: unknown): Promise<WebhookReading | undefined> => {
    const current = (await context()) as ConnectContext<never>;
    try {
      const { events, hints = [] } = spec.read(body, current);
      return { events: [...events], hints: [...hints] };
    } catch {
      return undefined;
    }
  };
}
