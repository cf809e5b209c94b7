import type { ProviderTarget } from '@anyinbox/conformance';
import { InboxError } from '@anyinbox/core/provider';
import { describe } from 'vitest';
import { blingerTarget } from '../targets/blinger.ts';
import { brevoTarget } from '../targets/brevo.ts';
import { sendyiqChatTarget } from '../targets/sendyiq.ts';
import { pigeonDeskTarget } from '../third-party/target.ts';
import { expectCaught } from './expect-caught.ts';
import { falsify, withEffect } from './falsify.ts';

const pigeon = pigeonDeskTarget;
const repeats = (target: ProviderTarget) =>
  falsify(
    target,
    'messages',
    'send',
    (send) =>
      (...[id, draft, call]) =>
        send(id, draft, withEffect(call, 'write')),
  );
const repeatsNotes = falsify(
  pigeon,
  'notes',
  'add',
  (add) => (id, note, call) => add(id, note, withEffect(call, 'write')),
);
const repeatsChannels = falsify(
  sendyiqChatTarget,
  'channels',
  'createWebsite',
  (create) => (draft, call) => create(draft, withEffect(call, 'write')),
);
const repeatsTokens = falsify(
  sendyiqChatTarget,
  'channels',
  'rotateToken',
  (rotate) => (id, call) => rotate(id, withEffect(call, 'write')),
);
const closesOnce = falsify(
  pigeon,
  'conversations',
  'close',
  (close) => (id, call) => close(id, withEffect(call, 'send')),
);
const refusesTwice = falsify(pigeon, 'conversations', 'close', (close) => {
  const closed = new Set<string>();
  return async (id, call) => {
    if (closed.has(id)) throw new InboxError('It is closed', { code: 'conflict', blame: 'caller' });
    closed.add(id);
    await close(id, call);
  };
});
const elsewhere = falsify(
  pigeon,
  'conversations',
  'assign',
  (assign) =>
    (_id, ...rest) =>
      assign('th_2', ...rest),
);

const once = (operation: string) => `repetition > ${operation} is not repeated when it may have been taken`;
const repeated = /it was repeated|did not reject/;

describe('a write is caught that', () => {
  expectCaught([
    ['sends a text again', repeats(pigeon), once('messages.send.text'), repeated],
    ['sends a file again', repeats(blingerTarget), once('messages.send.file'), repeated],
    ['sends an automated message again', repeats(brevoTarget), once('messages.send.automated'), repeated],
    ['adds a note again', repeatsNotes, once('notes.add'), repeated],
    ['creates a website again', repeatsChannels, once('channels.createWebsite'), repeated],
    ['rotates a token again', repeatsTokens, once('channels.rotateToken'), repeated],
    [
      'gives up what could be repeated',
      closesOnce,
      'repetition > conversations.close is repeated after a passing failure',
      /answered 503/,
    ],
    [
      'refuses what is done already',
      refusesTwice,
      'repetition > conversations.close may be asked for twice',
      /It is closed/,
    ],
    [
      'changes another conversation',
      elsewhere,
      'the thing that was meant > is what conversations.assign.agent asks the vendor about',
      /names the conversation/,
    ],
  ]);
});
