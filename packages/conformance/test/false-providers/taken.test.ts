import { InboxError } from '@anyinbox/core/provider';
import { describe } from 'vitest';
import { pigeonDeskTarget } from '../third-party/target.ts';
import { expectCaught } from './expect-caught.ts';
import { falsify } from './falsify.ts';

const pigeon = pigeonDeskTarget;
const fabricates = falsify(pigeon, 'messages', 'send', (send) => async (id, draft, call) => {
  try {
    return await send(id, draft, call);
  } catch (error) {
    if (!InboxError.isInstance(error) || error.outcome !== 'sent') throw error;
    const delivery = { state: 'unknown' } as const;
    const said = { text: draft.text ?? '', createdAt: '2026-01-05T10:31:00Z', attachments: [], delivery, raw: {} };
    return { ...said, nativeId: 'made-up', kind: 'message', direction: 'outbound', author: { kind: 'agent' } };
  }
});
const doesNotKnow = falsify(pigeon, 'notes', 'add', (add) => async (id, note, call) => {
  try {
    return await add(id, note, call);
  } catch (error) {
    throw InboxError.isInstance(error) && error.outcome === 'sent' ? error.with({ outcome: 'unknown' }) : error;
  }
});
const taken = (operation: string) =>
  `taken, with an answer that cannot be read > ${operation} rejects, and says that it was sent`;

describe('a send that was taken is caught that', () => {
  expectCaught([
    ['makes up the id of what it sent', fabricates, taken('messages.send.text'), /did not reject/],
    ['does not know that it added a note', doesNotKnow, taken('notes.add'), /unknown/],
  ]);
});
