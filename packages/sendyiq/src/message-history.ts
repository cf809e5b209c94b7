import type { NativeMessage } from '@anyinbox/core/provider';
import { envelopes } from './assumptions/index.ts';
import { levels } from './levels.ts';
import { valueAt } from './record.ts';

/** The messages that came with a conversation, inside it or beside it; undefined when none did. */
export function findMessages(body: unknown): readonly unknown[] | undefined {
  const places = levels(body, ['conversation', ...envelopes.one]);
  for (const name of envelopes.messages)
    for (const place of places) {
      const messages = arrayIn(valueAt(place, name));
      if (messages !== undefined) return messages;
    }
  return undefined;
}

/** Bare, or as a page: `{ items: [...] }`. */
function arrayIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return envelopes.list.map((name) => valueAt(value, name)).find(Array.isArray);
}

/** Newest first. Of messages with the same time, the one that the vendor has nearer to its newest end comes first. */
export function newestFirst(messages: readonly NativeMessage[]): readonly NativeMessage[] {
  const [first, last] = [messages[0]?.createdAt ?? '', messages.at(-1)?.createdAt ?? ''];
  const ordered = first < last ? messages.toReversed() : messages;
  return ordered.toSorted((left, right) => compare(right.createdAt, left.createdAt));
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
