import type { Conversation } from '@anyinbox/core';
import type { Column, Row } from '../output/table.ts';
import { age } from './age.ts';

export function conversationColumns(vendor: string): readonly Column[] {
  return [
    { head: `Contact at ${vendor}`, width: 24 },
    { head: 'Channel' },
    { head: 'Unread', width: 6, align: 'right' },
    { head: 'Last activity', width: 13, align: 'right' },
  ];
}

/** What a vendor does not tell is a dash. */
export function conversationRow({ contact, channel, unreadCount, updatedAt }: Conversation, now: number): Row {
  return [
    contact.name ?? '–',
    channel.name === undefined ? channel.kind : `${channel.kind}: ${channel.name}`,
    String(unreadCount ?? '–'),
    updatedAt === undefined ? '–' : age(updatedAt, now),
  ];
}
