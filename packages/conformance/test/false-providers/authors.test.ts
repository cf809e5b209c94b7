import type { ProviderTarget } from '@anyinbox/conformance';
import { describe } from 'vitest';
import { blingerTarget } from '../targets/blinger.ts';
import { brevoTarget } from '../targets/brevo.ts';
import { pigeonDeskTarget } from '../third-party/target.ts';
import { expectCaught } from './expect-caught.ts';
import { falsify } from './falsify.ts';

const pigeon = pigeonDeskTarget;
const nobody = (target: ProviderTarget) =>
  falsify(
    target,
    'messages',
    'send',
    (send) =>
      (id, { as: _, ...draft }, call) =>
        send(id, draft, call),
  );
const nobodyNotes = falsify(
  blingerTarget,
  'notes',
  'add',
  (add) =>
    (id, { text }, call) =>
      add(id, { text }, call),
);
const nobodyReopens = falsify(pigeon, 'conversations', 'reopen', (reopen) => (id, _, call) => reopen(id, {}, call));

describe('a write is caught that', () => {
  expectCaught([
    [
      'sends in nobody’s name',
      nobody(pigeon),
      'in the name of > an agent, messages.send.text tells the vendor who',
      /names the agent/,
    ],
    [
      'sends a person’s message in nobody’s name',
      nobody(brevoTarget),
      'in the name of > a person, messages.send.text tells the vendor who',
      /names the person/,
    ],
    [
      'adds a note in nobody’s name',
      nobodyNotes,
      'in the name of > an agent, notes.add tells the vendor who',
      /names the agent/,
    ],
    [
      'reopens in nobody’s name',
      nobodyReopens,
      'in the name of > an agent, conversations.reopen tells the vendor who',
      /names the agent/,
    ],
  ]);
});
