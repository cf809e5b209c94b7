import { expect, test } from 'vitest';
import { testClock } from '../support/clock.ts';
import { smartsender } from '../support/emulators.ts';

const second = 1_000;

async function limited() {
  const clock = testClock();
  const { emulator, client } = await smartsender({ seed: 'empty', now: clock.now });
  const call = async () => {
    const { status, headers } = await client.get('/me');
    return { status, remaining: headers.get('x-rate-limit') };
  };
  const spend = async (count: number) => {
    const replies = await Promise.all(Array.from({ length: count }, call));
    return replies.filter(({ status }) => status === 200).length;
  };
  return { clock, emulator, client, call, spend };
}

test('every answer says how many calls remain in the minute', async () => {
  const { call, client } = await limited();
  expect(await call()).toEqual({ status: 200, remaining: '179' });
  expect((await client.get('/nothing')).headers.get('x-rate-limit')).toBe('178');
  expect(await call()).toEqual({ status: 200, remaining: '177' });
});

test('180 calls a minute are answered, the next one is blocked in the envelope', async () => {
  const { spend, client } = await limited();
  expect(await spend(180)).toBe(180);
  const blocked = await client.get('/me');
  expect(blocked.status).toBe(429);
  expect(blocked.headers.get('x-rate-limit')).toBe('0');
  expect(blocked.body).toEqual({ error: { code: 429, message: 'Too Many Requests' } });
});

test('a new minute brings a new budget', async () => {
  const { clock, spend, call } = await limited();
  await spend(180);
  clock.advance(60 * second);
  expect(await call()).toEqual({ status: 200, remaining: '179' });
});

test('the ban grows by a minute with every breach, up to twelve', async () => {
  const { clock, spend, call } = await limited();
  for (const minutes of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12, 12]) {
    expect(await spend(181)).toBe(180);
    clock.advance(minutes * 60 * second - 1);
    expect((await call()).status).toBe(429);
    clock.advance(1);
  }
  expect((await call()).status).toBe(200);
});

test('calls during a ban do not make it longer', async () => {
  const { clock, spend, call } = await limited();
  await spend(181);
  expect(await spend(50)).toBe(0);
  clock.advance(60 * second);
  expect((await call()).status).toBe(200);
});

test('a blocked send has no effect', async () => {
  const { emulator, spend, client } = await limited();
  const chat = emulator.addConversation({ text: 'Hello' });
  await spend(181);
  const send = { type: 'text', watermark: 1, content: 'x' };
  expect((await client.post(`/contacts/${chat.contact.originalId}/send`, send)).status).toBe(429);
  expect(emulator.state.conversations[0]?.messages).toHaveLength(1);
});

test('reset forgives', async () => {
  const { emulator, spend, call } = await limited();
  await spend(181);
  emulator.reset();
  expect(await call()).toEqual({ status: 200, remaining: '179' });
});

test('the limit can be switched off', async () => {
  const { client } = await smartsender({ seed: 'empty', rateLimit: false });
  const replies = await Promise.all(Array.from({ length: 200 }, () => client.get('/me')));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  expect(replies[0]?.headers.get('x-rate-limit')).toBeNull();
});
