import { entityMapper } from '@anyinbox/core/provider';
import { describe, expect, it } from 'vitest';
import { sentMessageMapper } from '../../src/sent-message.ts';
import { thrown } from '../support/caught.ts';
import { collectDrift, ignoreDrift } from '../support/drifts.ts';

const now = () => Date.UTC(2026, 3, 1);
const sent = { conversationId: 'c-1', text: 'Good morning' };
const map = sentMessageMapper(sent, ignoreDrift, now);

describe('the answer to a send', () => {
  it('is filled with what was sent', () => {
    expect(map({ id: 'm-1' }, {})).toEqual({
      nativeId: 'm-1',
      kind: 'message',
      direction: 'outbound',
      author: { kind: 'agent' },
      text: 'Good morning',
      attachments: [],
      delivery: { state: 'unknown' },
      createdAt: '2026-04-01T00:00:00.000Z',
      complete: false,
      raw: { id: 'm-1' },
    });
  });

  it('keeps what the vendor says', () => {
    const raw = {
      id: 'm-1',
      text: 'Good morning!',
      senderId: 's-1',
      senderName: 'Example Shop',
      status: 'Sent',
      createdAt: '2026-03-01T10:00:00Z',
    };
    const message = map(raw, {});
    expect(message).toMatchObject({
      text: 'Good morning!',
      author: { kind: 'agent', id: 's-1', name: 'Example Shop' },
      delivery: { state: 'sent' },
      createdAt: '2026-03-01T10:00:00.000Z',
    });
    expect(message).not.toHaveProperty('complete');
  });

  it('does not take an acknowledgement for the text', () => {
    expect(map({ messageId: 'm-1', message: 'Message queued' }, {}).text).toBe('Good morning');
  });

  it('reports no missing direction: what we send is outbound', () => {
    const drift = collectDrift();
    sentMessageMapper(sent, drift.report, now)({ id: 'm-1', createdAt: 1 }, {});
    expect(drift.lines()).toEqual([]);
  });

  it('that is the conversation itself has no message id', () => {
    expect(thrown(() => map({ id: 'c-1', status: 'Open' }, {}))).toMatchObject({ code: 'unexpected-response' });
  });

  it('takes the id that normalize gives, whatever it is', () => {
    const toSent = entityMapper({ message: { nativeId: () => 'c-1' } }, 'message', map);
    expect(toSent({ id: 'c-1' }).nativeId).toBe('c-1');
    expect(toSent(undefined)).toMatchObject({ nativeId: 'c-1', text: 'Good morning', raw: null });
  });
});
