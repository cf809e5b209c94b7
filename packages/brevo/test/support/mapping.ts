import type { Drift, NativeMessage, Normalize } from '@anyinbox/core/provider';
import { messageMapper } from '../../src/message.ts';
import type { MessageKind } from '../../src/message-id.ts';

export const mappedAt = Date.UTC(2026, 10, 20, 12);

interface Settings {
  asked?: MessageKind;
  normalize?: Normalize;
}

/** Maps a message as a connection does, and keeps the drift that it reports. */
export function mapMessage(raw: unknown, { asked, normalize = {} }: Settings = {}) {
  const drift: Drift[] = [];
  const context = { normalize, reportDrift: (change: Drift) => drift.push(change), now: () => mappedAt };
  const message: NativeMessage = messageMapper(context, asked)(raw);
  return { message, drift };
}
