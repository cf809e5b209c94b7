import type { Conversation } from '@anyinbox/core';
import type { Desk } from './desk.ts';
import { listOpen } from './list-open.ts';
import { prove } from './step.ts';

export async function closeConversation({ inbox, view, signal }: Desk, { id }: Conversation): Promise<void> {
  await inbox.conversations.close(id, { signal });
  const { conversations } = await listOpen({ inbox, signal });
  prove(
    !conversations.some((conversation) => conversation.id === id),
    'The closed conversation is still listed as open',
  );
  view.done('closed', `not among the ${conversations.length} open conversations any more`);
}
