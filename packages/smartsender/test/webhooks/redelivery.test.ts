import { describe, expect, test } from 'vitest';
import { messagesTold, startDesk } from '../support/webhooks.ts';

const again = { status: 503, answer: { error: 'try again later' } };

describe.each([
  ['the contact’s chat', /\/contacts\/\d+\/chat$/],
  ['the chat', /\/chats\/\d+$/],
  ['its messages', /\/chats\/\d+\/messages$/],
])('while the vendor cannot answer for %s', (_, path) => {
  test.each([503, 500, 403])(
    'but says %d, the block is asked to come again, and then loses nothing',
    async (status) => {
      const { emulator, post, logged } = await startDesk();
      const { contact } = emulator.addConversation({ text: 'Is the lamp in stock?' });
      emulator.fail({ kind: 'status', status, match: { path } });
      expect(await post({ userId: contact.originalId })).toEqual(again);
      expect(await logged()).toEqual([]);
      expect((await post({ userId: contact.originalId })).status).toBe(200);
      expect(messagesTold(await logged())).toEqual(['message.received Is the lamp in stock?']);
    },
  );
});

test('while the vendor limits our requests, the block is asked to come again', async () => {
  const { emulator, post, logged } = await startDesk();
  const { contact } = emulator.addConversation({ text: 'Is the lamp in stock?' });
  emulator.fail({ kind: 'status', status: 429, match: { path: /\/chat$/ } });
  expect(await post({ userId: contact.originalId })).toEqual(again);
  expect(await logged()).toEqual([]);
});

describe('a body that names nobody, while the vendor cannot be asked', () => {
  const body = { text: 'Paid', order: { id: 'A-7', lines: [1, 2] } };

  test('is kept all the same, and once', async () => {
    const { emulator, post, logged } = await startDesk();
    emulator.addConversation({ text: 'Is the lamp in stock?' });
    emulator.fail({ kind: 'status', status: 503, times: 2, match: { path: '/v1/chats' } });
    expect(await post(body)).toEqual(again);
    expect(await logged()).toMatchObject([{ type: 'vendor.other', data: { raw: body } }]);
    expect(await post(body)).toEqual(again);
    expect(await logged()).toHaveLength(1);
    expect((await post(body)).status).toBe(200);
    const told = await logged();
    expect(told.filter(({ type }) => type === 'vendor.other')).toHaveLength(1);
    expect(messagesTold(told)).toEqual(['message.received Is the lamp in stock?']);
  });
});

test.each(['{"__proto__":{"userId":1},"text":"Hi"}', 'userId=2231', '"2231"', '[]', 'null'])(
  '%s is kept as it came',
  async (text) => {
    const { post, logged } = await startDesk();
    expect(await post(text)).toEqual({ status: 200, answer: { accepted: 1 } });
    const [event] = await logged();
    expect(event?.type).toBe('vendor.other');
    expect(JSON.stringify(event?.data.raw)).toBe(text.startsWith('userId') ? JSON.stringify(text) : text);
  },
);
