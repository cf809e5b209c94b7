import type { AnyProvider, Capability, Inbox, InboxError } from '@anyinbox/core';
import { createInbox, operations } from '@anyinbox/core';
import { sendyiqChat, sendyiqSocial } from '@anyinbox/sendyiq';
import { describe, expect, it } from 'vitest';
import { caught } from '../support/caught.ts';
import { apiKey, useWire, uuid } from '../support/wire.ts';

const id = (provider: AnyProvider) => `${provider.id}:${uuid}`;

/** Calls that the vendor does not offer, as an app that knows the provider only from configuration would make them. */
const missing: Record<string, (inbox: Inbox, id: string) => PromiseLike<unknown>> = {
  'conversations.markRead': (inbox, target) => inbox.conversations.markRead(target),
  'conversations.assign.agent': (inbox, target) => inbox.conversations.assign(target, { agentId: target }),
  'conversations.assign.group': (inbox, target) => inbox.conversations.assign(target, { groupId: target }),
  'conversations.unassign': (inbox, target) => inbox.conversations.unassign(target),
  'messages.get': (inbox, target) => inbox.messages.get(target),
  'messages.send.file': (inbox, target) =>
    inbox.messages.send(target, { attachments: [{ url: 'https://cdn.example.com/a' }] }),
  'messages.send.automated': (inbox, target) => inbox.messages.send(target, { text: 'x', automated: true }),
  'messages.edit': (inbox, target) => inbox.messages.edit(target, { text: 'x' }),
  'messages.delete': (inbox, target) => inbox.messages.delete(target),
  'notes.add': (inbox, target) => inbox.notes.add(target, { text: 'x' }),
  'notes.list': (inbox, target) => inbox.notes.list(target),
  'channels.get': (inbox, target) => inbox.channels.get(target),
  'agents.list': (inbox) => inbox.agents.list(),
  'agents.setOnline': (inbox, target) => inbox.agents.setOnline({ agentId: target }),
  'groups.list': (inbox) => inbox.groups.list(),
};

describe.each([sendyiqChat, sendyiqSocial])('the declaration of $id', (provider) => {
  useWire();
  const inbox = () => createInbox(provider as AnyProvider, { credentials: { apiKey } }) as Inbox;

  it('says of every operation whether it is there', () => {
    expect(Object.keys(provider.capabilities)).toEqual([...operations]);
    const none = operations.filter((operation) => {
      const capability: Capability = provider.capabilities[operation];
      return capability.level === 'none' || capability.via === 'mirror';
    });
    expect(none).toEqual(Object.keys(missing));
  });

  it.each(Object.keys(missing))('refuses %s before any request', async (operation) => {
    const error: InboxError = await caught(() => missing[operation]?.(inbox(), id(provider)));
    expect(error).toMatchObject({ code: 'unsupported', provider: provider.id });
    expect(error.message).toContain(`${provider.name} does not support ${operation}`);
  });
});
