import assert from 'node:assert/strict';
import { blinger } from '@anyinbox/blinger';
import { type ProviderTarget, type RunningVendor, type Subject, sentFile, sentText } from '@anyinbox/conformance';
import type { Message, Note } from '@anyinbox/core';
import { type BlingerEmulator, blingerSecretMark, startBlingerEmulator } from '@anyinbox/emulators';

interface Vendor extends RunningVendor {
  readonly emulator: BlingerEmulator;
}

const token = 'blinger-canary-token-3c0e';

const find = ({ vendor }: Subject<Vendor>, nativeId: string | undefined) =>
  vendor.emulator.state.conversations.find(({ id }) => String(id) === nativeId) ?? assert.fail('no such conversation');
const conversation = (subject: Subject<Vendor>) => find(subject, subject.known.conversation);

export const blingerTarget: ProviderTarget<Vendor> = {
  provider: blinger,
  // What the vendor gives away in its own answers is as secret as the credentials.
  secrets: [token, blingerSecretMark],
  async start() {
    const emulator = await startBlingerEmulator({ token, conversations: 24, sendAnswer: 'message' });
    const { conversations, operators, groups } = emulator.state;
    const held = conversations.find(({ status, unread_count }) => status === 'inbox' && unread_count > 0);
    assert.ok(held, 'none is held');
    const closed = conversations.find(({ status }) => status === 'closed');
    return {
      emulator,
      url: emulator.url,
      close: () => emulator.close(),
      known: {
        conversation: String(held.id),
        closedConversation: String(closed?.id ?? assert.fail('none is closed')),
        agent: String(operators.find(({ user_id }) => user_id !== held.operator_user_id)?.id),
        group: String(groups.find(({ id }) => id !== held.group_id)?.id),
      },
    };
  },
  configure: (url) => ({ credentials: { token }, options: { baseUrl: `${url}/api` } }),
  // Without its envelope nothing says that the vendor took it.
  acceptedButUnreadable: { status: 200, data: {} },
  errorBody: (status) => ({ error: { field: 'Refused' }, status }),
  mirrored: ['conversations.list', 'messages.list', 'messages.get', 'channels.list', 'channels.get'],
  proofs: {
    'conversations.list': {
      limit: async ({ inbox }) => {
        const page = await inbox.conversations.list();
        assert.ok(page.incomplete, 'the page does not say that it is not whole');
        assert.ok(page.items.every(({ provenance }) => !provenance.complete));
      },
    },
    'conversations.get': {},
    'conversations.close': { effect: (subject) => assert.equal(conversation(subject).status, 'closed') },
    'conversations.reopen': {
      effect: (subject) => assert.equal(find(subject, subject.known.closedConversation).status, 'inbox'),
    },
    'conversations.assign.agent': {
      effect(subject) {
        const operator = subject.vendor.emulator.state.operators.find(({ id }) => String(id) === subject.known.agent);
        assert.equal(conversation(subject).operator_user_id, operator?.user_id);
      },
    },
    'conversations.assign.group': {
      effect: (subject) => assert.equal(String(conversation(subject).group_id), subject.known.group),
    },
    'conversations.unassign': { effect: (subject) => assert.equal(conversation(subject).status, 'unassigned') },
    'messages.send.text': {
      effect(subject, result) {
        assert.equal((result as Message).text, sentText);
        assert.equal(conversation(subject).last_message, sentText);
      },
    },
    'messages.send.file': {
      effect: (subject) => assert.ok(JSON.stringify(conversation(subject).messages.at(-1)).includes(sentFile)),
    },
    'notes.add': {
      effect(subject, result) {
        assert.equal((result as Note).text, sentText);
        assert.equal(conversation(subject).notes.at(-1)?.text, sentText);
      },
    },
    'agents.list': {},
    'groups.list': {},
  },
};
