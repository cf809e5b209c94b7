import type { NativeEvent } from '../provider/index.ts';

type Told = Pick<NativeEvent, 'conversation' | 'message' | 'note' | 'contact' | 'agents' | 'channel'>;
type MapId = (id: string) => string;

/** What an event tells with every id in it mapped, but for `id` and `nativeId` of the things themselves. Undefined fields fall away. */
export function mapIds({ conversation, message, note, contact, agents, channel }: Told, map: MapId): Told {
  return {
    ...(conversation && {
      conversation: {
        ...conversation,
        ...(conversation.channel && { channel: withId(conversation.channel, map) }),
        ...(conversation.contact && { contact: withId(conversation.contact, map) }),
        ...(conversation.assignee && {
          assignee: {
            ...(conversation.assignee.agent && { agent: withId(conversation.assignee.agent, map) }),
            ...(conversation.assignee.group && { group: withId(conversation.assignee.group, map) }),
          },
        }),
      },
    }),
    ...(message && { message: { ...message, ...(message.author && { author: withId(message.author, map) }) } }),
    ...(note && { note: { ...note, author: withId(note.author, map) } }),
    ...(contact && { contact: withId(contact, map) }),
    ...(agents && { agents: agents.map((agent) => withId(agent, map)) }),
    ...(channel && { channel }),
  };
}

function withId<T extends { readonly id?: string }>(thing: T, map: MapId): T {
  return thing.id === undefined ? thing : { ...thing, id: map(thing.id) };
}
