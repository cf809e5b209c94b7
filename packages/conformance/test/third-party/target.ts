import assert from 'node:assert/strict';
import { editedText, type ProviderTarget, type RunningVendor, type Subject } from '@anyinbox/conformance';
import type { Message, Note } from '@anyinbox/core';
import { pigeonDesk } from './provider/pigeon-desk.ts';
import { secretMark } from './vendor/seed.ts';
import { type PigeonDesk, startPigeonDesk } from './vendor/start-pigeon-desk.ts';

interface Vendor extends RunningVendor {
  readonly desk: PigeonDesk;
}

const key = 'pigeon-canary-7f02';
const known = {
  conversation: 'th_1',
  closedConversation: 'th_3',
  agent: 'kp_2',
  group: 'fl_2',
  channel: 'lf_1',
  // A keeper's, and the newest of its thread.
  message: 'lt_4',
} as const;

const find = <Row extends { readonly key: string }>(rows: readonly Row[], wanted: string) =>
  rows.find((row) => row.key === wanted) ?? assert.fail(`${wanted} is gone`);
const thread = ({ vendor }: Subject<Vendor>, wanted: string = known.conversation) =>
  find(vendor.desk.state.threads, wanted);
const letter = ({ vendor }: Subject<Vendor>) => find(vendor.desk.state.letters, known.message);

export const pigeonDeskTarget: ProviderTarget<Vendor> = {
  provider: pigeonDesk,
  secrets: [key, secretMark],
  async start() {
    const desk = await startPigeonDesk({ key });
    return { desk, url: desk.url, known, close: () => desk.close() };
  },
  configure: (url) => ({ credentials: { key }, options: { baseUrl: url } }),
  errorBody: (status) => ({ fault: { status, code: 'REFUSED', text: 'Refused' } }),
  proofs: {
    'conversations.list': {},
    'conversations.get': {},
    'conversations.close': { effect: (subject) => assert.equal(thread(subject).state, 'landed') },
    'conversations.reopen': {
      effect: (subject) => assert.equal(thread(subject, known.closedConversation).state, 'flying'),
    },
    'conversations.assign.agent': { effect: (subject) => assert.equal(thread(subject).keeper?.key, known.agent) },
    'conversations.assign.group': { effect: (subject) => assert.equal(thread(subject).flock?.key, known.group) },
    'messages.list': {},
    'messages.get': {},
    'messages.send.text': {
      effect({ vendor }, result) {
        const { nativeId, text } = result as Message;
        const sent = find(vendor.desk.state.letters, nativeId);
        assert.deepEqual([sent.thread, sent.body], [known.conversation, text]);
      },
    },
    'messages.edit': {
      effect: (subject) => assert.equal(letter(subject).body, editedText),
      limit: async ({ inbox, id }) => {
        const byCustomer = inbox.messages.edit(id('lt_1'), { text: 'Never said' });
        await assert.rejects(byCustomer, { code: 'conflict', vendorCode: 'ANSWERED', outcome: 'not-sent' });
      },
    },
    'messages.delete': { effect: (subject) => assert.notEqual(letter(subject).withdrawn, null) },
    'notes.add': {
      effect({ vendor }, result) {
        const { nativeId, text } = result as Note;
        assert.equal(find(vendor.desk.state.remarks, nativeId).body, text);
      },
    },
    'notes.list': {},
    'channels.list': {},
    'channels.get': {},
    'agents.list': {},
    'groups.list': {},
  },
};
