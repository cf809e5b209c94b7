import { createHash } from 'node:crypto';
import type { NativeMessage } from '@anyinbox/core/provider';

/** What is known of a message wherever it is shown. */
export type Said = Pick<NativeMessage, 'direction' | 'text' | 'createdAt'> & { readonly conversationId: string };

/**
 * One message is shown in up to three places: as the last one of a conversation, which has no id of it, in the webhook of the closing, and in the answer
 * to our own send. So its native id is made of what all three tell; the vendor's own, which no endpoint takes, stands in only where the time is
 * not told. The price: the same text twice within one second in one direction is one message. Undefined: the time cannot be read.
 */
export function messageId({ conversationId, direction, text, createdAt }: Said): string | undefined {
  const second = Math.floor(Date.parse(createdAt) / 1000);
  if (Number.isNaN(second)) return undefined;
  const content = JSON.stringify([conversationId, direction, second, wordsOf(text)]);
  return `${conversationId}-${createHash('sha256').update(content).digest('base64url').slice(0, 16)}`;
}

export function sameText(left: string, right: string): boolean {
  return wordsOf(left) === wordsOf(right);
}

/** A preview may break its lines elsewhere. */
function wordsOf(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
