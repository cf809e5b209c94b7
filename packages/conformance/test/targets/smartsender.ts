import assert from 'node:assert/strict';
import { editedText, type ProviderTarget, type RunningVendor, type Subject, sentText } from '@anyinbox/conformance';
import type { Message, Note } from '@anyinbox/core';
import { type SmartsenderEmulator, startSmartsenderEmulator } from '@anyinbox/emulators';
import { smartsender } from '@anyinbox/smartsender';

interface Vendor extends RunningVendor {
  readonly emulator: SmartsenderEmulator;
}

const token = 'smartsender-canary-4b1f';

const chat = ({ vendor, known }: Subject<Vendor>) =>
  vendor.emulator.state.conversations.find(({ id }) => String(id) === known.conversation) ??
  assert.fail('no such chat');
const lastMessage = (subject: Subject<Vendor>) => chat(subject).messages.at(-1) ?? assert.fail('no message');
const channel = ({ vendor, known }: Subject<Vendor>) =>
  vendor.emulator.state.channels.find(({ id }) => String(id) === known.channel) ?? assert.fail('no such channel');

/** A message of an id that does not name its gate. */
const withoutGate = async (call: PromiseLike<unknown>) =>
  assert.rejects(Promise.resolve(call), { code: 'unsupported' });

export const smartsenderTarget: ProviderTarget<Vendor> = {
  provider: smartsender,
  secrets: [token],
  async start() {
    const emulator = await startSmartsenderEmulator({ token, conversations: 25, rateLimit: false });
    const { conversations, operators, channels } = emulator.state;
    const talkative = conversations.find(
      ({ open, messages, gates }) =>
        open && messages.length > 3 && gates.some((gate) => gate.subscribed && gate.unreadMessages > 0),
    );
    return {
      emulator,
      url: emulator.url,
      close: () => emulator.close(),
      known: {
        conversation: String(talkative?.id ?? assert.fail('no such chat')),
        agent: String(operators[0]?.id),
        channel: String(channels[0]?.id),
      },
    };
  },
  configure: (url) => ({ credentials: { token }, options: { baseUrl: url } }),
  // A message's id names its gate too.
  wireId: (nativeId, thing) => (thing === 'message' ? (nativeId.split('-').at(-1) ?? '') : nativeId),
  errorBody: (status) => ({ error: { code: status, message: 'Refused', description: {} } }),
  mirrored: ['messages.get'],
  proofs: {
    'conversations.list': {},
    'conversations.get': {},
    'conversations.close': { effect: (subject) => assert.equal(chat(subject).open, false) },
    'conversations.markRead': {
      effect: (subject) =>
        assert.equal(
          chat(subject).gates.reduce((sum, gate) => sum + gate.unreadMessages, 0),
          0,
        ),
    },
    'conversations.assign.agent': {
      effect: (subject) => assert.equal(String(chat(subject).operatorId), subject.known.agent),
    },
    'messages.list': {},
    'messages.send.text': {
      effect(subject, result) {
        assert.equal((result as Message).text, sentText);
        assert.deepEqual(lastMessage(subject).content.resource.parameters, { content: sentText });
      },
    },
    'messages.send.file': { effect: (subject) => assert.equal(lastMessage(subject).content.type, 'file') },
    'messages.edit': {
      effect: (subject) => assert.deepEqual(lastMessage(subject).content.resource.parameters, { content: editedText }),
      limit: ({ inbox, id }) => withoutGate(inbox.messages.edit(id('53400000'), { text: editedText })),
    },
    'messages.delete': {
      effect: (subject) => assert.equal(lastMessage(subject).content.type, 'transient'),
      limit: ({ inbox, id }) => withoutGate(inbox.messages.delete(id('53400000'))),
    },
    'notes.add': {
      effect(subject, result) {
        assert.equal((result as Note).text, sentText);
        assert.ok(chat(subject).notes.some(({ content }) => content === sentText));
      },
    },
    'notes.list': {},
    'channels.list': {},
    'channels.get': {},
    'channels.update': { effect: (subject) => assert.equal(channel(subject).active, false) },
    'agents.list': {},
  },
};
