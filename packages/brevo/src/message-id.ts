import { invalidRequest, unsupported } from '@anyinbox/core/provider';
import type { BrevoMessage } from './schemas.ts';

/** Who wrote a message decides which endpoint reads and changes it (vendors/brevo.md §2 #2 to #8). */
export type MessageKind = 'agent' | 'pushed' | 'visitor';

export interface MessageId {
  readonly kind: MessageKind;
  readonly id: string;
}

export function kindOf({ type, isPushed }: Pick<BrevoMessage, 'type' | 'isPushed'>): MessageKind {
  if (isPushed === true) return 'pushed';
  return type === 'visitor' ? 'visitor' : 'agent';
}

/** The native id of a message is `<kind>:<id>`, so that nothing has to be looked up to change it. */
export function formatMessageId({ kind, id }: MessageId): string {
  return `${kind}:${id}`;
}

/** The reverse of {@link formatMessageId}. */
export function parseMessageId(messageId: string): MessageId {
  const [, kind, id] = /^(agent|pushed|visitor):(.+)$/s.exec(messageId) ?? [];
  if (kind === undefined || id === undefined)
    throw invalidRequest('messageId is not a Brevo message id, which is agent:<id>, pushed:<id> or visitor:<id>');
  return { kind: kind as MessageKind, id };
}

/** For edit and delete: what a visitor wrote cannot be changed. */
export function parseOwnMessageId(messageId: string): MessageId {
  const parsed = parseMessageId(messageId);
  if (parsed.kind === 'visitor')
    throw unsupported(
      'Brevo changes messages of agents and pushed messages, not those of visitors',
      'Only messages whose direction is outbound can be edited or deleted.',
    );
  return parsed;
}
