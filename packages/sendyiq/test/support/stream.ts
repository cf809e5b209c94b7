import { createInbox } from '@anyinbox/core';
import type { Call, Hint } from '@anyinbox/core/provider';
import { sendyiqChat } from '@anyinbox/sendyiq';

export interface OpenStream {
  /** What the stream told, in order: `'opened'` or a hint. */
  readonly told: readonly ('opened' | Hint)[];
  /** Every hub token that was handed out. */
  readonly tokens: readonly string[];
  /** Ends as the stream does. */
  readonly ended: Promise<void>;
  abort(): void;
}

export interface StreamOptions {
  readonly token?: string;
  /** Whether the signal has fired before. */
  readonly aborted?: boolean;
}

/** Opens the stream of a store, with tokens from its own API or, if given, with another one. */
export function openStream(store: { url: string; apiKey: string }, { token, aborted }: StreamOptions = {}): OpenStream {
  const settings = { credentials: { apiKey: store.apiKey }, options: { baseUrl: store.url } };
  const inbox = createInbox(sendyiqChat, settings);
  const controller = new AbortController();
  if (aborted) controller.abort();
  const told: ('opened' | Hint)[] = [];
  const tokens: string[] = [];
  const call: Call = {
    signal: controller.signal,
    async request({ response }) {
      const given = token ?? (await inbox.native.hubToken(undefined, { signal: controller.signal })).reveal();
      tokens.push(given);
      return response.parse({ token: given });
    },
  };
  const { events } = sendyiqChat.connect({
    config: sendyiqChat.config.parse(settings),
    normalize: {},
    reportDrift: () => {},
    now: Date.now,
  });
  const sink = {
    opened: () => told.push('opened'),
    changed: (hint: Hint) => told.push(hint),
    signal: controller.signal,
  };
  const ended = events?.stream?.(sink, call) ?? Promise.reject(new Error('there is no stream'));
  // A test looks at it when it is time.
  ended.catch(() => undefined);
  return { told, tokens, ended, abort: () => controller.abort() };
}
