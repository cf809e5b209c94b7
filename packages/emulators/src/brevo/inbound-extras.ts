import { htmlOf } from './html-of.ts';
import type { BrevoConversationRecord } from './state.ts';
import type { BrevoMessage } from './wire.ts';

export const shopMailbox = { email: 'support@shop.example.com', name: 'Example Shop' } as const;

/** What the channel adds to a visitor's message (vendors/brevo.md §2.1). The markup of e-mail is hostile on purpose. */
export function inboundExtras({ visitor, messages }: BrevoConversationRecord, text: string): Partial<BrevoMessage> {
  if (visitor.source === 'widget') return {};
  const number = messages.length + 1;
  if (visitor.source !== 'email') return { sourceMessageId: `${visitor.source}.${visitor.id}.${number}` };
  const email = visitor.attributes?.['EMAIL'] ?? `${visitor.id.toLowerCase()}@example.com`;
  const mailbox = { email, name: visitor.displayedName };
  return {
    rawUnsafeHtml: `<div dir="auto">${htmlOf(text)}</div><img src="x" onerror="alert(1)"><script>alert(2)</script>`,
    sourceMessageId: `<${visitor.id}.${number}@mail.example.com>`,
    subject: messages.find(({ subject }) => subject !== undefined)?.subject ?? `Question of ${visitor.displayedName}`,
    from: mailbox,
    replyTo: mailbox,
    to: [{ ...shopMailbox }],
  };
}
