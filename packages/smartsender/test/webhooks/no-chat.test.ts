import { describe, expect, test } from 'vitest';
import { startChat } from '../support/webhooks.ts';

describe('a contact without a chat', () => {
  test.each([999_999, 0, Number.MAX_SAFE_INTEGER])('%d is no event', async (userId) => {
    const { emulator, post, logged } = await startChat();
    expect(await post({ userId })).toEqual({ status: 200, answer: { accepted: 0 } });
    expect(emulator.requests.map(({ path }) => path)).toEqual([`/v1/contacts/${userId}/chat`]);
    expect(await logged()).toEqual([]);
  });

  test.each([
    { kind: 'status', status: 400 },
    { kind: 'body', body: { error: { code: 404, message: 'Not Found' } } },
  ] as const)('is no event when the vendor says so by %j', async (fault) => {
    const { emulator, body, post, logged } = await startChat();
    emulator.fail({ ...fault, match: { path: /\/chat$/ } });
    expect(await post(body)).toEqual({ status: 200, answer: { accepted: 0 } });
    expect(await logged()).toEqual([]);
  });
});

test('a chat that is gone before it is read is no event', async () => {
  const { emulator, chat, body, post, logged } = await startChat();
  emulator.fail({ kind: 'status', status: 404, match: { path: `/v1/chats/${chat.id}` } });
  expect(await post(body)).toEqual({ status: 200, answer: { accepted: 0 } });
  expect(await logged()).toEqual([]);
});
