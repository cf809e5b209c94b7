import { storeFailed } from '../events/index.ts';
import { parseId } from '../model/index.ts';
import type { Removed, Store } from '../store/index.ts';

export interface Erased extends Removed {
  readonly conversations: number;
  /** What we cannot remove, in sentences for whoever answers the person. */
  readonly remains: readonly string[];
}

/**
 * Removes one person from the store: the conversations, the messages in them, the contact, and what the log says of them. Nothing that happened until now
 * comes back, by a webhook delivered again, a late one, or a backfill.
 */
export async function eraseContact(
  store: Store,
  tenantId: string,
  contactId: string,
  providerName: string | undefined,
  now: number,
): Promise<Erased> {
  const { connectionId, nativeId } = parseId(contactId, 'contactId');
  const scope = { tenantId, connectionId };
  try {
    const conversationIds = await conversationsOf(store, scope, nativeId);
    const removed = await store.erase(scope, {
      conversationIds,
      contactIds: [nativeId],
      until: new Date(now).toISOString(),
    });
    const vendor = providerName ?? 'the vendor';
    return {
      ...removed,
      conversations: conversationIds.length,
      remains: [
        `What ${vendor} itself keeps: no API of it removes a person's conversations. Ask ${vendor} for it.`,
        'Bodies of webhooks that could not be read and name no conversation (`vendor.other`), until their `keepFor` is over.',
        'What happens from now on: a new message of this person is a new conversation here.',
      ],
    };
  } catch (error) {
    throw storeFailed(error);
  }
}

const pageSize = 500;

async function conversationsOf(
  store: Store,
  scope: { readonly tenantId: string; readonly connectionId: string },
  contactId: string,
): Promise<string[]> {
  const ids: string[] = [];
  let after: { at: string; id: string } | undefined;
  do {
    const page = await store.list(scope, { kind: 'conversation', where: { contactId }, after, limit: pageSize });
    ids.push(...page.map(({ id }) => id));
    after = page.length === pageSize ? page.at(-1) : undefined;
  } while (after);
  return ids;
}
