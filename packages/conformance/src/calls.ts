import { type Inbox, type Operation, parseId } from '@anyinbox/core';
import type { Subject } from './target.ts';
import { editedText, sentFile, sentText } from './texts.ts';

/** How the suite calls an operation when a proof does not say otherwise. */
export const calls: { readonly [O in Operation]: (subject: Subject) => PromiseLike<unknown> } = {
  'conversations.list': ({ inbox }) => inbox.conversations.list(),
  'conversations.get': ({ inbox, known, id }) => inbox.conversations.get(id(known.conversation)),
  'conversations.close': ({ inbox, known, id }) => inbox.conversations.close(id(known.conversation)),
  'conversations.reopen': ({ inbox, known, id }) =>
    inbox.conversations.reopen(id(known.closedConversation ?? known.conversation)),
  'conversations.markRead': ({ inbox, known, id }) => inbox.conversations.markRead(id(known.conversation)),
  'conversations.assign.agent': ({ inbox, known, id }) =>
    inbox.conversations.assign(id(known.conversation), { agentId: id(known.agent ?? 'agent') }),
  'conversations.assign.group': ({ inbox, known, id }) =>
    inbox.conversations.assign(id(known.conversation), { groupId: id(known.group ?? 'group') }),
  'conversations.unassign': ({ inbox, known, id }) => inbox.conversations.unassign(id(known.conversation)),
  'messages.list': ({ inbox, known, id }) => inbox.messages.list(id(known.conversation)),
  'messages.get': async (subject) => subject.inbox.messages.get(await ownMessage(subject)),
  'messages.send.text': ({ inbox, known, id }) => inbox.messages.send(id(known.conversation), { text: sentText }),
  'messages.send.file': ({ inbox, known, id }) =>
    inbox.messages.send(id(known.conversation), { attachments: [{ kind: 'file', url: sentFile }] }),
  'messages.send.automated': ({ inbox, known, id }) =>
    inbox.messages.send(id(known.conversation), { text: sentText, automated: true }),
  'messages.edit': async (subject) => subject.inbox.messages.edit(await ownMessage(subject), { text: editedText }),
  'messages.delete': async (subject) => subject.inbox.messages.delete(await ownMessage(subject)),
  'notes.add': ({ inbox, known, id }) => inbox.notes.add(id(known.conversation), { text: sentText }),
  'notes.list': ({ inbox, known, id }) => inbox.notes.list(id(known.conversation)),
  'channels.list': ({ inbox }) => inbox.channels.list(),
  'channels.get': ({ inbox, known, id }) => inbox.channels.get(id(known.channel ?? 'channel')),
  'channels.createWebsite': ({ inbox }) => inbox.channels.createWebsite({ name: 'Conformance' }),
  'channels.update': ({ inbox, known, id }) => inbox.channels.update(id(known.channel ?? 'channel'), changeable(inbox)),
  'channels.delete': ({ inbox, known, id }) => inbox.channels.delete(id(known.channel ?? 'channel')),
  'channels.rotateToken': ({ inbox, known, id }) => inbox.channels.rotateToken(id(known.channel ?? 'channel')),
  'channels.setAiAgent': ({ inbox, known, id }) =>
    inbox.channels.setAiAgent(id(known.channel ?? 'channel'), { enabled: false }),
  'agents.list': ({ inbox }) => inbox.agents.list(),
  'agents.setOnline': ({ inbox, known, id }) => inbox.agents.setOnline({ agentId: id(known.agent ?? 'agent') }),
  'groups.list': ({ inbox }) => inbox.groups.list(),
};

/** A message that may be changed: a known one, else one that is sent now. */
export async function ownMessage({ inbox, known, id }: Subject): Promise<string> {
  if (known.message !== undefined) return id(known.message);
  if (!inbox.supports('messages.send.text')) return id('message');
  return (await inbox.messages.send(id(known.conversation), { text: sentText })).id;
}

/** The same subject, with a message that may be changed among its known things. */
export async function withOwnMessage<S extends Subject>(subject: S): Promise<S> {
  const message = parseId(await ownMessage(subject)).nativeId;
  return { ...subject, known: { ...subject.known, message } };
}

function changeable(inbox: Inbox): { active?: boolean; name?: string } {
  const capability = inbox.capabilities['channels.update'];
  const fields = capability.level === 'none' ? undefined : capability.limits?.fields;
  return fields?.includes('name') ? { name: 'Conformance' } : { active: false };
}
