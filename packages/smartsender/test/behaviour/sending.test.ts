import type { DraftAttachment } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';
import { chatOf, failureOf, startEmulated } from '../support/emulated.ts';

const url = 'https://cdn.example.com/files/file';

describe('replying', () => {
  test('after a list it is one request, to the right one of the contact’s two ids', async () => {
    const { inbox, emulator, requests } = await startEmulated();
    const chat = chatOf(emulator);
    await inbox.conversations.list();
    requests();

    const sent = await inbox.messages.send(`bots:${chat.id}`, { text: 'It is on its way' });
    expect(requests()).toEqual([`POST /v1/contacts/${chat.contact.id}/send`]);
    expect(sent).toMatchObject({
      conversationId: `bots:${chat.id}`,
      direction: 'outbound',
      author: { kind: 'agent' },
      text: 'It is on its way',
      provenance: { source: 'send' },
    });
    const { items } = await inbox.messages.list(`bots:${chat.id}`, { limit: 1 });
    expect(items[0]).toMatchObject({ id: sent.id, text: 'It is on its way' });
  });

  test('to a chat that was never read, the chat is read once', async () => {
    const { inbox, emulator, requests } = await startEmulated();
    const chat = chatOf(emulator);
    await inbox.messages.send(`bots:${chat.id}`, { text: 'One' });
    await inbox.messages.send(`bots:${chat.id}`, { text: 'Two' });
    await inbox.notes.add(`bots:${chat.id}`, { text: 'Three' });
    expect(requests()).toEqual([
      `GET /v1/chats/${chat.id}`,
      `POST /v1/contacts/${chat.contact.id}/send`,
      `POST /v1/contacts/${chat.contact.id}/send`,
      `POST /v1/contacts/${chat.contact.id}/notes`,
    ]);
    expect(emulator.requests.some(({ path }) => path.includes(String(chat.serviceContactId)))).toBe(false);
  });

  test('to a chat that does not exist nothing is sent', async () => {
    const { inbox, requests } = await startEmulated();
    const error = await failureOf(inbox.messages.send('bots:1', { text: 'Hello?' }));
    expect(error).toMatchObject({ code: 'not-found', outcome: 'not-sent', operation: 'messages.send' });
    expect(requests()).toEqual(['GET /v1/chats/1']);
  });

  test('to a chat that does not name its contact nothing is sent', async () => {
    const { inbox, emulator, requests } = await startEmulated();
    emulator.fail({ kind: 'body', body: { id: 77, name: 'Vera', contact: { id: 3404 } } });
    expect(await failureOf(inbox.messages.send('bots:77', { text: 'x' }))).toMatchObject({
      code: 'unexpected-response',
      outcome: 'not-sent',
      message: expect.stringContaining('conversation.contact.originalId'),
    });
    expect(requests()).toEqual(['GET /v1/chats/77']);
  });

  test.each([
    ['another id', { contact: () => ({ id: '4000', name: 'Whoever' }) }],
    ['no id', { contact: () => ({ name: 'Whoever' }) }],
    ['another chat', { nativeId: () => '1' }],
    ['another object', { raw: () => ({ id: 1, contact: { originalId: 4000 } }) }],
  ])('a correction that gives a conversation %s redirects no send', async (_, conversation) => {
    const { inbox, emulator, requests } = await startEmulated({ inbox: { normalize: { conversation } } });
    const [listed, read] = emulator.state.conversations.toReversed();
    await inbox.conversations.list({ limit: 1 });
    await inbox.messages.send(`bots:${listed?.id}`, { text: 'One' });
    await inbox.conversations.get(`bots:${read?.id}`);
    await inbox.notes.add(`bots:${read?.id}`, { text: 'Two' });
    const addressed = requests().filter((request) => request.startsWith('POST'));
    expect(addressed).toEqual([
      `POST /v1/contacts/${listed?.contact.id}/send`,
      `POST /v1/contacts/${read?.contact.id}/notes`,
    ]);
  });

  test('a correction that throws does not keep a send from a chat that was never read', async () => {
    const contact = () => {
      throw new Error('no');
    };
    const { inbox, emulator } = await startEmulated({ inbox: { normalize: { conversation: { contact } } } });
    await expect(inbox.messages.send(`bots:${chatOf(emulator).id}`, { text: 'One' })).resolves.toMatchObject({
      text: 'One',
    });
  });

  test('to a contact who left every channel, the vendor refuses', async () => {
    const { inbox, emulator } = await startEmulated();
    const chat = chatOf(emulator, ({ gates }) => gates.every(({ subscribed }) => !subscribed));
    const before = chat.messages.length;
    const error = await failureOf(inbox.messages.send(`bots:${chat.id}`, { text: 'Are you there?' }));
    expect(error).toMatchObject({ code: 'invalid-request', outcome: 'not-sent', vendorCode: '400' });
    expect(chat.messages).toHaveLength(before);
  });
});

describe('attachments', () => {
  test.each<[string, DraftAttachment]>([
    ['picture', { kind: 'image', url: `${url}.png` }],
    ['video', { kind: 'video', url: `${url}.mp4` }],
    ['audio', { kind: 'audio', url: `${url}.mp3` }],
    ['voice', { kind: 'voice', url: `${url}.ogg` }],
    ['file', { kind: 'file', url: `${url}.pdf` }],
    ['location', { kind: 'location', latitude: 50.45, longitude: 30.52, name: 'Office' }],
    ['contact', { kind: 'contact', fullName: 'Taras', phone: '+380445550199' }],
  ])('a %s arrives as what was sent', async (type, attachment) => {
    const { inbox, emulator } = await startEmulated();
    const chat = chatOf(emulator);
    const sent = await inbox.messages.send(`bots:${chat.id}`, { attachments: [attachment] });
    expect(chat.messages.at(-1)?.content.type).toBe(type);
    const { name: _, ...expected } = { name: undefined, ...attachment };
    expect(sent).toMatchObject({ text: '', attachments: [expected] });
  });

  test('a file whose kind is not named is a file', async () => {
    const { inbox, emulator } = await startEmulated();
    const chat = chatOf(emulator);
    const sent = await inbox.messages.send(`bots:${chat.id}`, { attachments: [{ url: `${url}.pdf` }] });
    expect(sent.attachments).toEqual([{ kind: 'file', url: `${url}.pdf` }]);
  });

  test('an image as an animation', async () => {
    const { inbox, emulator } = await startEmulated();
    const chat = chatOf(emulator);
    const sent = await inbox.messages.send(`bots:${chat.id}`, {
      attachments: [{ kind: 'image', url: `${url}.gif` }],
      providerOptions: { smartsender: { type: 'animation' } },
    });
    expect(sent.attachments).toEqual([{ kind: 'image', nativeKind: 'animation', url: `${url}.gif` }]);
  });

  test.each([
    ['two of them', { attachments: [{ url }, { url }] }, 'unsupported'],
    ['one with a text', { text: 'Look', attachments: [{ url }] }, 'unsupported'],
    ['a sticker', { attachments: [{ kind: 'sticker', url }] }, 'unsupported'],
    ['a file with a name', { attachments: [{ url, name: 'Invoice.pdf' }] }, 'unsupported'],
    ['an image with a name', { attachments: [{ kind: 'image', url, name: 'Lamp.png' }] }, 'unsupported'],
    ['a file that is not on the web', { attachments: [{ url: 'file:///etc/passwd' }] }, 'invalid-request'],
    ['a place without a name', { attachments: [{ kind: 'location', latitude: 1, longitude: 2 }] }, 'invalid-request'],
    ['an option that does not exist', { text: 'x', providerOptions: { smartsender: { gate: 1 } } }, 'invalid-request'],
  ] as const)('%s: refused before any request', async (_, draft, code) => {
    const { inbox, emulator } = await startEmulated();
    const error = await failureOf(inbox.messages.send(`bots:${chatOf(emulator).id}`, draft));
    expect(error).toMatchObject({ code, blame: 'caller', outcome: 'not-sent' });
    expect(emulator.requests).toEqual([]);
  });
});

describe('when it fails', () => {
  test('a 500 leaves it unknown, and is not repeated', async () => {
    const { inbox, emulator, requests } = await startEmulated();
    const chat = chatOf(emulator);
    await inbox.conversations.list();
    requests();
    emulator.fail({ kind: 'status', status: 500, when: 'after-effect', match: { method: 'POST' } });
    const error = await failureOf(inbox.messages.send(`bots:${chat.id}`, { text: 'Once' }));
    expect(error).toMatchObject({ code: 'provider-unavailable', outcome: 'unknown', status: 500, attempts: 1 });
    expect(requests()).toEqual([`POST /v1/contacts/${chat.contact.id}/send`]);
    expect(chat.messages.filter(({ content }) => content.resource.parameters['content'] === 'Once')).toHaveLength(1);
  });

  test('an answer that is lost leaves it unknown, and is not repeated', async () => {
    const { inbox, emulator, requests } = await startEmulated();
    const chat = chatOf(emulator);
    await inbox.conversations.list();
    requests();
    emulator.fail({ kind: 'reset', when: 'after-effect', match: { method: 'POST' } });
    expect(await failureOf(inbox.messages.send(`bots:${chat.id}`, { text: 'Once' }))).toMatchObject({
      code: 'network',
      outcome: 'unknown',
    });
    expect(requests()).toHaveLength(1);
  });

  test.each([
    ['no object', []],
    ['an object without an id', { content: { type: 'text' } }],
    ['an object without its time', { id: 7, content: {} }],
  ])('JSON that cannot be read (%s) was sent all the same', async (_, body) => {
    const { inbox, emulator } = await startEmulated();
    emulator.fail({ kind: 'body', body, when: 'after-effect', match: { method: 'POST' } });
    const error = await failureOf(inbox.messages.send(`bots:${chatOf(emulator).id}`, { text: 'Secret words' }));
    expect(error).toMatchObject({ code: 'unexpected-response', blame: 'vendor', outcome: 'sent' });
    expect(JSON.stringify(error)).not.toContain('Secret');
  });

  test.each([
    ['an empty answer', ''],
    ['a page of a proxy', '<html>Bad gateway</html>'],
    ['a state of false where a message belongs', { state: false }],
  ])('%s leaves it unknown', async (_, body) => {
    const { inbox, emulator, requests } = await startEmulated();
    await inbox.conversations.list();
    requests();
    emulator.fail({ kind: 'body', body, match: { method: 'POST' } });
    const error = await failureOf(inbox.messages.send(`bots:${chatOf(emulator).id}`, { text: 'Once' }));
    expect(error).toMatchObject({ code: 'unexpected-response', outcome: 'unknown' });
    expect(requests()).toHaveLength(1);
  });

  test('an error on 200 is an error', async () => {
    const { inbox, emulator } = await startEmulated();
    const body = { error: { code: 422, message: 'No', description: { content: ['Secret words'] } } };
    emulator.fail({ kind: 'body', body, match: { method: 'POST' } });
    const error = await failureOf(inbox.messages.send(`bots:${chatOf(emulator).id}`, { text: 'Hi' }));
    expect(error).toMatchObject({ code: 'invalid-request', status: 422, vendorCode: '422', outcome: 'not-sent' });
    expect(JSON.stringify(error)).not.toContain('Secret');
  });
});
