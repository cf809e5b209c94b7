import { type Agent, type Contact, defined, type NativeConversationFacts, webUrl } from '@anyinbox/core/provider';
import { channelKinds, contactAttributes } from '../assumptions.ts';
import type { BrevoAgent, BrevoVisitor } from './delivery-schema.ts';

/** What a webhook says of a conversation in passing: whose it is, and where it takes place (vendors/brevo.md §3.3). */
export function visitorFacts(visitor: BrevoVisitor): NativeConversationFacts {
  const { id: nativeId, source, groupId } = visitor;
  const thread = webUrl(visitor.threadLink);
  return defined({
    nativeId,
    contact: toContact(visitor),
    channel: source ? toChannel(visitor, source) : undefined,
    // That a group is named says who is to answer. That none is named says nothing.
    assignee: groupId ? { group: { id: groupId, name: groupId } } : undefined,
    links: thread === undefined ? undefined : { thread },
  });
}

function toContact({ id, displayedName, attributes }: BrevoVisitor): Contact {
  const of = (names: readonly string[]) =>
    names.map((name) => attributes?.[name]).find((value): value is string => typeof value === 'string' && value !== '');
  return defined({
    id,
    name: displayedName || undefined,
    email: of(contactAttributes.email),
    phone: of(contactAttributes.phone),
    attributes: attributes && Object.keys(attributes).length > 0 ? attributes : undefined,
  });
}

/** An account has a channel of a source, or several, which `sourceChannelRef` tells apart. */
function toChannel({ sourceChannelRef }: BrevoVisitor, source: string) {
  return defined({
    id: sourceChannelRef ? `${source}:${sourceChannelRef}` : source,
    kind: channelKinds.get(source.toLowerCase()) ?? ('unknown' as const),
    nativeKind: source,
    name: sourceChannelRef || source,
  });
}

export function toAgent({ id, name, email, userpic }: BrevoAgent): Agent {
  return defined({ id, name: name || undefined, email: email || undefined, avatarUrl: webUrl(userpic) });
}
