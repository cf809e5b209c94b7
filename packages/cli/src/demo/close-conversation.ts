import type { Desk, Known } from './desk.ts';
import { listOpen } from './list-open.ts';
import { prove } from './step.ts';

export async function closeConversation(desk: Desk, { id }: Known): Promise<void> {
  await desk.inbox.conversations.close(id, { signal: desk.signal });
  const proofs = [await readBack(desk, id), await listAgain(desk, id)].filter((proof) => proof !== undefined);
  desk.view.done('closed', proofs.length === 0 ? 'the vendor confirmed it' : proofs.join(', '));
}

/** Undefined when the vendor does not tell. */
async function readBack({ inbox, signal }: Desk, id: string): Promise<string | undefined> {
  if (!inbox.supports('conversations.get')) return undefined;
  const { status } = await inbox.conversations.get(id, { signal });
  if (status === 'unknown') return undefined;
  prove(status === 'closed', 'The closed conversation is not closed when it is read back');
  return 'closed when read back';
}

async function listAgain({ inbox, signal }: Desk, id: string): Promise<string | undefined> {
  if (!inbox.supports('conversations.list')) return undefined;
  const { conversations } = await listOpen({ inbox, signal });
  prove(
    !conversations.some((conversation) => conversation.id === id),
    'The closed conversation is still listed as open',
  );
  return `not among the ${conversations.length} open conversations`;
}
