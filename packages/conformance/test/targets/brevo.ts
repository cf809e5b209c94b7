import assert from 'node:assert/strict';
import { brevo } from '@anyinbox/brevo';
import { editedText, type ProviderTarget, type RunningVendor, type Subject, sentText } from '@anyinbox/conformance';
import type { Message } from '@anyinbox/core';
import { type BrevoEmulator, startBrevoEmulator } from '@anyinbox/emulators';

interface Vendor extends RunningVendor {
  readonly emulator: BrevoEmulator;
}

const apiKey = 'xkeysib-canary-77aa21';

const conversation = ({ vendor, known }: Subject<Vendor>) =>
  vendor.emulator.state.conversations.find(({ visitor }) => visitor.id === known.conversation) ??
  assert.fail('no such visitor');
const lastMessage = (subject: Subject<Vendor>) => conversation(subject).messages.at(-1);
const message = (subject: Subject<Vendor>) =>
  conversation(subject).messages.find(({ id }) => `agent:${id}` === subject.known.message);

export const brevoTarget: ProviderTarget<Vendor> = {
  provider: brevo,
  secrets: [apiKey],
  async start() {
    const emulator = await startBrevoEmulator({ apiKey, conversations: 10, rateLimit: false });
    const { conversations, agents, groups } = emulator.state;
    const answered = conversations.find(({ messages }) =>
      messages.some(({ type, isPushed }) => type === 'agent' && !isPushed),
    );
    assert.ok(answered, 'no conversation was answered');
    const own = answered.messages.find(({ type, isPushed }) => type === 'agent' && !isPushed);
    return {
      emulator,
      url: emulator.url,
      close: () => emulator.close(),
      known: {
        conversation: answered.visitor.id,
        message: `agent:${own?.id}`,
        agent: agents[0]?.id ?? assert.fail('no agent'),
        group: groups.find(({ id }) => id !== answered.visitor.groupId)?.id ?? assert.fail('no other group'),
      },
    };
  },
  configure: (url) => ({
    credentials: { apiKey },
    options: { baseUrl: `${url}/v3`, agent: { email: 'desk@example.com', name: 'Help desk' } },
  }),
  // A message's id says which kind it is of.
  wireId: (nativeId) => nativeId.replace(/^(agent|pushed):/, ''),
  errorBody: () => ({ code: 'bad_request', message: 'Refused' }),
  mirrored: [
    'conversations.list',
    'conversations.get',
    'messages.list',
    'channels.list',
    'channels.get',
    'agents.list',
  ],
  proofs: {
    'conversations.assign.group': {
      effect: (subject) => assert.equal(conversation(subject).visitor.groupId, subject.known.group),
      limit: ({ inbox, known, id }) =>
        assert.rejects(
          inbox.conversations.assign(id(known.conversation), { groupId: id(known.group ?? '') }, { note: 'please' }),
          { code: 'unsupported' },
        ),
    },
    'messages.get': { effect: (subject, result) => assert.equal((result as Message).text, message(subject)?.text) },
    'messages.send.text': {
      effect(subject, result) {
        assert.equal((result as Message).text, sentText);
        assert.deepEqual([lastMessage(subject)?.text, lastMessage(subject)?.isPushed ?? false], [sentText, false]);
      },
    },
    'messages.send.automated': {
      // Pushed by an agent whom Brevo knows: the connection's default author is a person.
      call: ({ inbox, known, id }) =>
        inbox.messages.send(
          id(known.conversation),
          { text: sentText, automated: true },
          { as: { agentId: id(known.agent ?? '') } },
        ),
      effect(subject, result) {
        assert.equal((result as Message).automated, true);
        assert.deepEqual([lastMessage(subject)?.text, lastMessage(subject)?.isPushed], [sentText, true]);
      },
    },
    'messages.edit': { effect: (subject) => assert.equal(message(subject)?.text, editedText) },
    'messages.delete': { effect: (subject) => assert.equal(message(subject), undefined) },
    'agents.setOnline': {
      effect: ({ vendor, known }) => {
        const agent = vendor.emulator.state.agents.find(({ id }) => id === known.agent);
        assert.ok((agent?.onlineUntil ?? 0) > Date.now());
      },
    },
  },
};
