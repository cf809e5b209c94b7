import type { Desk, Known } from './desk.ts';
import { prove } from './step.ts';

export async function markRead({ inbox, view, signal }: Desk, { id, unreadCount }: Known): Promise<void> {
  await inbox.conversations.markRead(id, { signal });
  const after = inbox.supports('conversations.get') ? await inbox.conversations.get(id, { signal }) : undefined;
  if (after?.unreadCount === undefined) return view.done('marked read', 'the vendor confirmed it');

  prove(after.unreadCount === 0, 'The conversation still has unread messages when it is read back');
  view.done('marked read', `${unreadCount ?? 'some'} unread before, none when read back`);
}
