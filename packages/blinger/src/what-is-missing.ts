import type { NativeConversationQuery } from '@anyinbox/core/provider';

/** Why a listing is not whole, in a few words; undefined when it is. `found` are reasons that this reading met, if any. */
export function whatIsMissing(
  query: NativeConversationQuery,
  found: readonly (string | false | undefined)[],
): string | undefined {
  const reasons = [hiddenBy(query), ...new Set(found)].filter((reason) => typeof reason === 'string');
  return reasons.length === 0 ? undefined : reasons.join('; ');
}

/** What none of the vendor's lists shows (vendors/blinger.md §Conversation endpoints). Of nobody, and of what is open and unread, they show all. */
function hiddenBy({ assignee, unread, status }: NativeConversationQuery): string | undefined {
  if (assignee === null) return undefined;
  if (unread) return status === 'open' ? undefined : 'Blinger lists no closed conversations';
  return 'Blinger lists only conversations that are unassigned, unread or not answered';
}
