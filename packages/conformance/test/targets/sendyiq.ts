import assert from 'node:assert/strict';
import { type ProviderTarget, type RunningVendor, type Subject, sentText } from '@anyinbox/conformance';
import type { Channel, Message } from '@anyinbox/core';
import { type SendyiqEmulator, startSendyiqEmulator } from '@anyinbox/emulators';
import { sendyiqChat, sendyiqSocial } from '@anyinbox/sendyiq';

interface Vendor extends RunningVendor {
  readonly emulator: SendyiqEmulator;
  /** What a channel's tokens were when it started: they are the vendor's secrets. */
  readonly tokens: readonly (string | null)[];
}

const apiKey = 'canarykey.canarysecret9e1d';

const conversation = ({ vendor }: Subject<Vendor>, nativeId: string | undefined) =>
  vendor.emulator.state.conversations.find(({ id }) => id === nativeId) ?? assert.fail('no such conversation');
const channel = ({ vendor, known }: Subject<Vendor>) =>
  vendor.emulator.state.channels.find(({ id }) => id === known.channel);

const target = (
  provider: typeof sendyiqChat | typeof sendyiqSocial,
  kind: 'chat' | 'social',
): ProviderTarget<Vendor> => ({
  provider,
  secrets: [apiKey],
  async start() {
    const emulator = await startSendyiqEmulator({ apiKey, conversations: 25 });
    const { channels, conversations } = emulator.state;
    const website = channels.find(({ channelType, isEnabled }) => channelType === 'Website' && isEnabled);
    const ofKind = conversations.filter(({ channelType }) => (channelType === 'Website') === (kind === 'chat'));
    const find = (status: string) =>
      ofKind.find((one) => one.status === status && one.messages.length > 2)?.id ?? assert.fail(`none is ${status}`);
    return {
      emulator,
      tokens: channels.map(({ channelToken }) => channelToken),
      url: emulator.url,
      close: () => emulator.close(),
      known: {
        conversation: find('Open'),
        closedConversation: find('Resolved'),
        channel: website?.id ?? assert.fail('no channel'),
      },
    };
  },
  configure: (url) => ({ credentials: { apiKey }, options: { baseUrl: url } }),
  errorBody: (status) => ({ message: 'Refused', errors: { field: [`status ${status}`] } }),
  mirrored: ['messages.get'],
  proofs: {
    'conversations.list': {},
    'conversations.get': {},
    'conversations.close': {
      effect: (subject) => assert.equal(conversation(subject, subject.known.conversation).status, 'Resolved'),
    },
    'conversations.reopen': {
      effect: (subject) => assert.equal(conversation(subject, subject.known.closedConversation).status, 'Open'),
    },
    'messages.list': {
      limit: async ({ inbox, known, id, vendor }) => {
        vendor.emulator.setEnvelope({ messagesInConversation: false });
        await assert.rejects(Promise.resolve(inbox.messages.list(id(known.conversation))), { code: 'unsupported' });
      },
    },
    'messages.send.text': {
      effect(subject, result) {
        assert.equal((result as Message).text, sentText);
        assert.equal(conversation(subject, subject.known.conversation).messages.at(-1)?.text, sentText);
      },
    },
    'channels.list': {},
    'channels.createWebsite': {
      effect({ vendor }, result) {
        const made = vendor.emulator.state.channels.find(({ id }) => id === (result as Channel).nativeId);
        assert.equal(made?.displayName, 'Conformance');
      },
    },
    'channels.update': { effect: (subject) => assert.equal(channel(subject)?.displayName, 'Conformance') },
    'channels.delete': { effect: (subject) => assert.equal(channel(subject), undefined) },
    'channels.rotateToken': {
      effect: (subject) => assert.ok(!subject.vendor.tokens.includes(channel(subject)?.channelToken ?? null)),
    },
    'channels.setAiAgent': { effect: (subject) => assert.equal(channel(subject)?.isAgentEnabled, false) },
  },
});

export const sendyiqChatTarget = target(sendyiqChat, 'chat');
export const sendyiqSocialTarget = target(sendyiqSocial, 'social');
