import { describe, expect, test } from 'vitest';
import { firstEvents, messagesTold, startChat } from '../support/webhooks.ts';

describe('a block that names a contact with a chat', () => {
  test('tells the messages of the chat, oldest first, in the stream and in the mirror', async () => {
    const { inbox, chat, body, post, logged, mirrored } = await startChat();
    const { status, answer } = await post(body);
    const told = await logged();
    expect({ status, answer }).toEqual({ status: 200, answer: { accepted: told.length } });
    const streamed = await firstEvents(inbox, told.length);
    expect(messagesTold(streamed)).toEqual([
      'message.received Is the lamp in stock?',
      'message.received The green one',
    ]);
    for (const event of streamed) expect(event).toMatchObject({ conversationId: `bots:${chat.id}`, via: 'webhook' });
    expect((await mirrored(chat.id)).map(({ text }) => text).toSorted()).toEqual([
      'Is the lamp in stock?',
      'The green one',
    ]);
  });

  test('again tells only what is new, what was written at the vendor too', async () => {
    const { emulator, chat, body, post, logged } = await startChat();
    await post(body);
    const before = await logged();
    expect(await post(body)).toEqual({ status: 200, answer: { accepted: 0 } });
    expect(await logged()).toEqual(before);
    const sent = await fetch(`${emulator.url}/v1/contacts/${chat.contact.originalId}/send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${emulator.token}` },
      body: JSON.stringify({ type: 'text', watermark: 1, content: 'It is' }),
    });
    expect(sent.status).toBe(200);
    expect((await post(body)).status).toBe(200);
    expect(messagesTold((await logged()).slice(before.length))).toEqual(['message.sent It is']);
  });

  test('of another contact tells nothing of this one', async () => {
    const { emulator, body, post, logged } = await startChat();
    emulator.addConversation({ firstName: 'Oleg', text: 'Of somebody else' });
    await post(body);
    expect(messagesTold(await logged())).not.toContain('message.received Of somebody else');
  });

  test('is looked up as well where webhooks are only a reason to look', async () => {
    const { body, post, logged } = await startChat({ webhook: { confirm: true } });
    expect((await post(body)).status).toBe(200);
    expect(messagesTold(await logged())).toHaveLength(2);
  });
});

test.each(['a-secret-of-nobody', 'a-secret-of-the-bloc', ''])(
  'with the secret %j nothing is written',
  async (wrong) => {
    const { emulator, chat, body, post, logged, mirrored } = await startChat();
    const { status, answer } = await post(body, wrong);
    expect(status).toBe(401);
    expect(JSON.stringify(answer)).not.toContain(String(body.userId));
    expect(emulator.requests).toEqual([]);
    expect(await logged()).toEqual([]);
    expect(await mirrored(chat.id)).toEqual([]);
  },
);
