import type { Conversation } from '@anyinbox/core';
import { providerName } from '../config/known-providers.ts';
import { age } from '../output/age.ts';
import type { Output } from '../output/output.ts';
import { plain } from '../output/plain.ts';
import { printColumns } from '../output/table.ts';

/** No wider than what stands between two columns. */
const indent = { width: 0 };

/** The id on a line of its own, whole, so that it can be copied; below it who, where, and what was said last. */
export function printConversation(output: Output, conversation: Conversation, now: number): void {
  output.line(output.paint.bold(plain(conversation.id)));
  printColumns(output, [indent, { wrap: true }], [['', facts(conversation, now)]]);
  const { text = '' } = conversation.lastMessage ?? {};
  if (text !== '') printColumns(output, [indent, {}], [['', text]]);
}

/** What the vendor does not tell is left out. */
function facts(conversation: Conversation, now: number): string {
  const { contact, channel, provider, status, unreadCount, assignee, updatedAt } = conversation;
  const who = assignee?.agent?.name ?? assignee?.group?.name;
  return [
    contact.name ?? 'someone',
    channel.name === undefined ? channel.kind : `${channel.kind}: ${channel.name}`,
    providerName(provider),
    ...(status === 'unknown' ? [] : [status]),
    ...(unreadCount === undefined || unreadCount === 0 ? [] : [`${unreadCount} unread`]),
    ...(who === undefined ? [] : [`with ${who}`]),
    ...(updatedAt === undefined ? [] : [age(updatedAt, now)]),
  ].join(' · ');
}
