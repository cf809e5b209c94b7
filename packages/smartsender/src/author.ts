import { type Author, defined, type Message, webUrl } from '@anyinbox/core/provider';
import { senderKinds } from './assumptions.ts';
import type { SmartsenderMessage } from './schemas.ts';

type Sender = SmartsenderMessage['sender'];

/** Who is not the contact writes to the contact (vendors/smartsender.md §Objects, Sender). */
export function directionOf(sender: Sender): Message['direction'] {
  return kindOf(sender) === 'contact' ? 'inbound' : 'outbound';
}

/** A sender has no id. */
export function toAuthor(sender: Sender, isActivity: boolean): Author {
  return defined({
    kind: isActivity ? ('system' as const) : kindOf(sender),
    name: sender?.fullName ?? undefined,
    avatarUrl: webUrl(sender?.image),
  });
}

export function kindOf(sender: Sender): Author['kind'] {
  return senderKinds.get(sender?.type?.toLowerCase() ?? '') ?? 'unknown';
}
