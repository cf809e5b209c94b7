import { sampleWebhooks } from '@anyinbox/core';
import { smartsender } from '@anyinbox/smartsender';
import { describe, expect, test } from 'vitest';
import { pingFields } from '../../src/assumptions.ts';
import { blockSecret, messagesTold, readBlock, startDesk } from '../support/webhooks.ts';

const options = { conversationId: '2231', text: 'Is the lamp in stock?', now: Date.UTC(2026, 10, 20, 12) };
const samples = () => smartsender.webhooks?.samples(options) ?? [];

test('there is one, which names the contact in the first spelling', () => {
  expect(samples()).toEqual([{ name: 'ping', body: { [pingFields[0]]: '2231' } }]);
  for (const { body } of samples()) expect(readBlock(body)).toEqual({ events: [], hints: [{ contactId: '2231' }] });
});

test('the same are the same, and JSON', () => {
  expect(samples()).toEqual(samples());
  expect(JSON.parse(JSON.stringify(samples()))).toEqual(samples());
});

describe('sent over HTTP', () => {
  test.each(['path', 'bearer', 'basic', { header: 'x-webhook-token' }] as const)(
    'with the secret in %o it is taken, and what the contact wrote is told',
    async (secretIn) => {
      const { emulator, url, logged } = await startDesk();
      const { contact } = emulator.addConversation({ text: options.text });
      const conversationId = String(contact.originalId);
      const requests = sampleWebhooks(smartsender, { ...options, url, secret: blockSecret, secretIn, conversationId });
      expect(requests).toHaveLength(1);
      for (const { request } of requests) expect((await fetch(request)).status).toBe(200);
      expect(messagesTold(await logged())).toEqual([`message.received ${options.text}`]);
    },
  );

  test('for a contact that there is not, it is taken, and tells nothing', async () => {
    const { url, logged } = await startDesk();
    for (const { request } of sampleWebhooks(smartsender, { ...options, url, secret: blockSecret }))
      expect((await fetch(request)).status).toBe(200);
    expect(await logged()).toEqual([]);
  });

  test('with the secret of somebody else it is refused', async () => {
    const { emulator, url, logged } = await startDesk();
    for (const { request } of sampleWebhooks(smartsender, { ...options, url, secret: 'a-secret-of-nobody' }))
      expect((await fetch(request)).status).toBe(401);
    expect(emulator.requests).toEqual([]);
    expect(await logged()).toEqual([]);
  });
});
