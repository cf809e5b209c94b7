import { InboxError } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';
import { agentMessage, pushedMessage, visitorMessage, webhookEmail } from '../fixtures/objects.ts';
import { mapMessage } from '../support/mapping.ts';

const map = (change: Record<string, unknown>, base: object = agentMessage) =>
  mapMessage({ ...base, ...change }).message;

describe('who wrote it', () => {
  test('a visitor is the contact of its conversation', () => {
    expect(map({}, visitorMessage)).toMatchObject({
      nativeId: 'visitor:v1s1t0rKSjmCtyK78',
      direction: 'inbound',
      author: { kind: 'contact', id: visitorMessage.visitorId },
    });
  });

  test('in a webhook the visitor is named elsewhere', () => {
    expect(map({}, webhookEmail).author).toEqual({ kind: 'contact' });
  });

  test('an agent has an id, a name and a picture', () => {
    expect(map({})).toMatchObject({
      nativeId: 'agent:d9nKoegKSjmCtyK78',
      direction: 'outbound',
      author: {
        kind: 'agent',
        id: 'd9nKoegKSjmCtyK78',
        name: 'Marta Hill',
        avatarUrl: 'https://ucarecdn.com/marta.jpg',
      },
    });
    expect(map({})).not.toHaveProperty('automated');
  });

  test.each([null, '', '/marta.jpg', 'javascript:alert(1)', 7])('the picture %j leads nowhere', (agentUserpic) => {
    expect(map({ agentUserpic }).author).toEqual({ kind: 'agent', id: 'd9nKoegKSjmCtyK78', name: 'Marta Hill' });
  });

  test('a bot is a bot, and its message automated', () => {
    expect(map({ isBot: true })).toMatchObject({ author: { kind: 'bot', name: 'Marta Hill' }, automated: true });
  });

  test('a trigger writes in the name of an agent', () => {
    expect(map({ isTrigger: true })).toMatchObject({
      nativeId: 'agent:d9nKoegKSjmCtyK78',
      author: { kind: 'agent' },
      automated: true,
    });
  });

  test('a pushed message carries its kind in the id', () => {
    expect(map({}, pushedMessage)).toMatchObject({ nativeId: 'pushed:pu5hEdKSjmCtyK78x', automated: true });
  });

  test('what the endpoint of pushed messages answers is one, whether it says so or not', () => {
    const { message } = mapMessage({ ...pushedMessage, isPushed: undefined }, { asked: 'pushed' });
    expect(message).toMatchObject({ nativeId: 'pushed:pu5hEdKSjmCtyK78x', automated: true });
  });

  test.each([undefined, null, 'client', 'system', 7])('of the type %j it is ours, by nobody known', (type) => {
    expect(map({ type, agentId: undefined, agentName: null, agentUserpic: undefined })).toMatchObject({
      nativeId: 'agent:d9nKoegKSjmCtyK78',
      direction: 'outbound',
      author: { kind: 'unknown' },
    });
  });

  test('who has an agent’s id is an agent', () => {
    expect(map({ type: undefined }).author.kind).toBe('agent');
  });
});

describe('delivery', () => {
  const delivery = (forwardedToSourceStatus: unknown) => map({ forwardedToSourceStatus }).delivery;

  test('a visitor’s message has arrived', () => {
    expect(map({}, visitorMessage).delivery).toEqual({ state: 'delivered' });
  });

  test('handed to the outside channel it is sent', () => {
    expect(delivery({ isSuccess: true })).toEqual({ state: 'sent' });
    expect(delivery({ isSuccess: true, error: null })).toEqual({ state: 'sent' });
  });

  test.each([undefined, null, {}, { isSuccess: null }, 'ok', { isSuccess: 'yes' }])('%j says nothing', (status) => {
    expect(delivery(status)).toEqual({ state: 'unknown' });
  });

  test.each(['BLOCKED', 'user_blocked', 'E-1004', '131047'])('the reason %s is a code and is kept', (error) => {
    expect(delivery({ isSuccess: false, error })).toEqual({ state: 'failed', reason: error });
    expect(delivery({ error })).toEqual({ state: 'failed', reason: error });
  });

  test.each([undefined, '', 'Vera blocked you', 'vera', '+380445550199', 'vera@example.com', 'A'.repeat(65)])(
    'the reason %j may be about a person and is left to raw',
    (error) => {
      expect(delivery({ isSuccess: false, error })).toEqual({ state: 'failed' });
    },
  );
});

describe('text and html', () => {
  test('html is the safe form, as it comes', () => {
    expect(map({ text: 'a<b', html: 'a&lt;b' })).toMatchObject({ text: 'a<b', html: 'a&lt;b' });
  });

  test.each([undefined, null, '', 7])('html %j is left out', (html) => {
    expect(map({ html })).not.toHaveProperty('html');
  });

  test.each([undefined, null, 7])('text %j is empty', (text) => {
    expect(map({ text }).text).toBe('');
  });

  test('html alone is kept', () => {
    expect(map({ text: '', html: '<p>Hi</p>' })).toMatchObject({ text: '', html: '<p>Hi</p>' });
  });
});

describe('times', () => {
  test('Unix milliseconds', () => {
    expect(map({}).createdAt).toBe('2016-08-03T11:10:22.433Z');
    expect(map({})).not.toHaveProperty('complete');
  });

  test.each([undefined, null, '1470222622433', 1.5, -1, 8_640_000_000_000_001])(
    'without a readable time (%j) it is now, and the message is not whole',
    (createdAt) => {
      expect(map({ createdAt })).toMatchObject({ createdAt: '2026-11-20T12:00:00.000Z', complete: false });
    },
  );
});

describe('the unsafe HTML', () => {
  test('is nowhere, and no news', () => {
    const { message, drift } = mapMessage(webhookEmail);
    expect(JSON.stringify(message)).not.toContain('steal');
    expect(message.html).toBe('Where is my order?');
    const { rawUnsafeHtml: _, ...rest } = webhookEmail;
    expect(message.raw).toEqual(rest);
    expect(drift).toEqual([]);
  });

  test('is not seen by the app’s corrections either', () => {
    let seen: unknown;
    const text = (raw: unknown) => {
      seen = raw;
      return 'corrected';
    };
    const { message } = mapMessage(webhookEmail, { normalize: { message: { text } } });
    expect(message.text).toBe('corrected');
    expect(seen).not.toHaveProperty('rawUnsafeHtml');
  });
});

describe('what cannot be mapped', () => {
  test.each([undefined, null, '', 7, {}])('an id %j', (id) => {
    expect(() => map({ id })).toThrow(
      expect.objectContaining({ code: 'unexpected-response', message: expect.stringContaining('message.id') }),
    );
  });

  test.each([null, undefined, 'text', 7, ['x']])('%j is no message', (raw) => {
    expect(() => mapMessage(raw)).toThrow(InboxError);
  });

  test('what the app gives need not be found', () => {
    const given = { nativeId: () => 'agent:x', createdAt: () => '2020-01-01T00:00:00.000Z' };
    const { message } = mapMessage({ type: 'agent' }, { normalize: { message: given } });
    expect(message).toMatchObject({ nativeId: 'agent:x', createdAt: '2020-01-01T00:00:00.000Z', text: '' });
    expect(message).not.toHaveProperty('complete');
  });
});

test('drift names fields that are new, and that have another type', () => {
  const { drift } = mapMessage({ ...agentMessage, text: undefined, isBot: 'yes', surprise: { deep: 1 } });
  expect(drift).toEqual([
    { entity: 'message', field: 'text', change: 'vanished' },
    { entity: 'message', field: 'isBot', change: 'changed-type', actual: 'string' },
    { entity: 'message', field: 'surprise', change: 'appeared', actual: 'object' },
  ]);
});
