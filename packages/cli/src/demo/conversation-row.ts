import type { Conversation } from '@anyinbox/core';
import { providerName } from '../config/known-providers.ts';
import { age } from '../output/age.ts';
import type { Column, Row } from '../output/table.ts';

/** A column tells the vendor where there are several; otherwise it stands in the head. */
export function conversationColumns(vendors: readonly string[]): readonly Column[] {
  const [vendor] = vendors;
  const isMerged = vendors.length > 1;
  return [
    { head: isMerged || vendor === undefined ? 'Contact' : `Contact at ${vendor}`, width: isMerged ? 19 : 24 },
    ...(isMerged ? [{ head: 'Vendor', width: 14 }] : []),
    { head: 'Channel' },
    { head: 'Unread', width: 6, align: 'right' },
    { head: 'Last activity', width: 13, align: 'right' },
  ];
}

/** What a vendor does not tell is a dash. */
export function conversationRow(conversation: Conversation, now: number, isMerged = false): Row {
  const { contact, channel, unreadCount, updatedAt, provider } = conversation;
  return [
    contact.name ?? '–',
    ...(isMerged ? [providerName(provider)] : []),
    channel.name === undefined ? channel.kind : `${channel.kind}: ${channel.name}`,
    String(unreadCount ?? '–'),
    updatedAt === undefined ? '–' : age(updatedAt, now),
  ];
}
