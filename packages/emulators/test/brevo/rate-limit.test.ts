import { expect, test } from 'vitest';
import { brevo, draft } from '../support/brevo.ts';
import { testClock } from '../support/clock.ts';
import { httpClient } from '../support/http-client.ts';

const minute = 60_000;

async function limited(options: Parameters<typeof brevo>[0] = {}) {
  const clock = testClock();
  const { emulator, client } = await brevo({ seed: 'empty', now: clock.now, ...options });
  const call = async () => {
    const { status, headers } = await client.get('/messages/x');
    const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) =>
      headers.get(`x-sib-ratelimit-${name}`),
    );
    return { status, limit, remaining, reset };
  };
  const spend = async (count: number) => {
    const replies = await Promise.all(Array.from({ length: count }, call));
    return replies.filter(({ status }) => status !== 429).length;
  };
  return { clock, emulator, client, call, spend };
}

test('every answer tells limit, rest, and the seconds until the next hour', async () => {
  const { clock, call, client } = await limited();
  expect(await call()).toEqual({ status: 404, limit: '100', remaining: '99', reset: '3600' });
  clock.advance(10 * minute + 1);
  expect(await call()).toEqual({ status: 404, limit: '100', remaining: '98', reset: '3000' });
  const refused = await client.post('/messages', {});
  expect([refused.status, refused.headers.get('x-sib-ratelimit-remaining')]).toEqual([400, '97']);
  expect((await client.get('/nothing')).headers.get('x-sib-ratelimit-remaining')).toBe('96');
});

test.each([
  ['general', 100],
  ['advanced', 200],
  ['extended', 600],
] as const)('the plan %s has %i requests an hour', async (plan, limit) => {
  const { call, spend } = await limited({ plan });
  expect(await spend(limit)).toBe(limit);
  expect(await call()).toEqual({ status: 429, limit: String(limit), remaining: '0', reset: '3600' });
});

test('over the limit the answer has a message, no code and no Retry-After', async () => {
  const { client, spend } = await limited();
  await spend(100);
  const reply = await client.get('/messages/x');
  expect(reply.status).toBe(429);
  expect(reply.body).toEqual({ message: 'Too Many Requests' });
  expect(reply.headers.get('retry-after')).toBeNull();
});

test('a new hour brings a new budget, and blocked calls do not delay it', async () => {
  const { clock, spend, call } = await limited();
  expect(await spend(120)).toBe(100);
  clock.advance(60 * minute - 1);
  expect(await call()).toEqual({ status: 429, limit: '100', remaining: '0', reset: '1' });
  clock.advance(1);
  expect(await call()).toEqual({ status: 404, limit: '100', remaining: '99', reset: '3600' });
});

test('a blocked send has no effect', async () => {
  const { emulator, client, spend } = await limited();
  const { id: visitorId } = emulator.addVisitor();
  await spend(100);
  expect((await client.post('/messages', { visitorId, ...draft(emulator) })).status).toBe(429);
  expect(emulator.state.conversations[0]?.messages).toEqual([]);
});

test('calls without a credential count too', async () => {
  const { emulator, call } = await limited();
  const reply = await httpClient(`${emulator.url}/v3/conversations`, {}).get('/messages/x');
  expect([reply.status, reply.headers.get('x-sib-ratelimit-remaining')]).toEqual([401, '99']);
  expect((await call()).remaining).toBe('98');
});

test('reset forgives', async () => {
  const { emulator, spend, call } = await limited();
  await spend(101);
  emulator.reset();
  expect(await call()).toMatchObject({ status: 404, remaining: '99' });
});

test('the limit can be switched off', async () => {
  const { spend, call } = await limited({ rateLimit: false });
  expect(await spend(120)).toBe(120);
  expect(await call()).toEqual({ status: 404, limit: null, remaining: null, reset: null });
});
