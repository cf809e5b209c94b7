import { describe, expect, test } from 'vitest';
import { chatOf, failureOf, startEmulated } from '../support/emulated.ts';

describe('conversations', () => {
  test('reading one empties its unread count', async () => {
    const { inbox, emulator } = await startEmulated();
    const chat = chatOf(emulator, ({ gates }) => gates.some(({ unreadMessages }) => unreadMessages > 0));
    expect((await inbox.conversations.get(`bots:${chat.id}`)).unreadCount).toBeGreaterThan(0);
    await inbox.conversations.markRead(`bots:${chat.id}`);
    expect((await inbox.conversations.get(`bots:${chat.id}`)).unreadCount).toBe(0);
  });

  test('closing one moves it to the closed ones', async () => {
    const { inbox, emulator } = await startEmulated();
    const chat = chatOf(emulator, ({ open }) => open);
    await inbox.conversations.close(`bots:${chat.id}`);
    const { items } = await inbox.conversations.list({ status: 'closed', limit: 1 });
    expect(items).toMatchObject([{ id: `bots:${chat.id}`, status: 'closed' }]);
  });

  test('handing one over leaves the note among the activities', async () => {
    const { inbox, emulator } = await startEmulated();
    const chat = chatOf(emulator, ({ operatorId }) => operatorId !== 73);
    await inbox.conversations.assign(`bots:${chat.id}`, { agentId: 'bots:73' }, { note: 'Speaks Portuguese' });
    expect(chat.operatorId).toBe(73);
    const { items } = await inbox.messages.list(`bots:${chat.id}`, { limit: 1 });
    expect(items).toMatchObject([{ kind: 'activity', text: 'Speaks Portuguese' }]);
  });

  test('handing one over without a note', async () => {
    const { inbox, emulator } = await startEmulated();
    const chat = chatOf(emulator, ({ operatorId }) => operatorId !== 73);
    await inbox.conversations.assign(`bots:${chat.id}`, { agentId: 'bots:73' });
    expect(chat.operatorId).toBe(73);
  });

  test('a note of a hand-over is not said twice when the answer is lost', async () => {
    const { inbox, emulator, requests } = await startEmulated();
    const chat = chatOf(emulator);
    emulator.fail({ kind: 'status', status: 503, when: 'after-effect' });
    const call = inbox.conversations.assign(`bots:${chat.id}`, { agentId: 'bots:73' }, { note: 'Once' });
    expect(await failureOf(call)).toMatchObject({ outcome: 'unknown' });
    expect(requests()).toHaveLength(1);
  });

  test('a group cannot take one', async () => {
    const { inbox, emulator } = await startEmulated();
    const target = { groupId: 'bots:1' } as unknown as { agentId: string };
    const error = await failureOf(inbox.conversations.assign(`bots:${chatOf(emulator).id}`, target));
    expect(error).toMatchObject({ code: 'unsupported', outcome: 'not-sent' });
    expect(emulator.requests).toEqual([]);
  });

  test('an operator who does not exist is not found', async () => {
    const { inbox, emulator } = await startEmulated();
    const call = inbox.conversations.assign(`bots:${chatOf(emulator).id}`, { agentId: 'bots:9999' });
    expect(await failureOf(call)).toMatchObject({ code: 'not-found', outcome: 'not-sent' });
  });
});

describe('the vendor’s word on a change', () => {
  const change = async (body: unknown) => {
    const { inbox, emulator } = await startEmulated();
    emulator.fail({ kind: 'body', body });
    return failureOf(inbox.conversations.close(`bots:${chatOf(emulator).id}`));
  };

  test('a state of false means that nothing was done', async () => {
    expect(await change({ state: false })).toMatchObject({
      code: 'conflict',
      blame: 'vendor',
      outcome: 'not-sent',
      operation: 'conversations.close',
    });
  });

  test.each([{}, { state: 'true' }, { state: null }, [], 'true', ''])('%j means nobody knows', async (body) => {
    expect(await change(body)).toMatchObject({ code: 'unexpected-response', outcome: 'unknown' });
  });

  test('an error on 200 is an error, by its code', async () => {
    const error = { error: { code: 404, message: 'Not Found' } };
    expect(await change(error)).toMatchObject({ code: 'not-found', status: 404, vendorCode: '404' });
  });

  test('an error on 200 without a code is one too', async () => {
    expect(await change({ error: { message: 'Vera has left' } })).toMatchObject({ outcome: 'unknown' });
    expect(JSON.stringify(await change({ error: { message: 'Vera has left' } }))).not.toContain('Vera');
  });

  test('without a valid token it is the credentials’ fault', async () => {
    const { inbox, emulator } = await startEmulated({ inbox: { credentials: { token: 'wrong' } } as object });
    expect(await failureOf(inbox.conversations.close(`bots:${chatOf(emulator).id}`))).toMatchObject({
      code: 'forbidden',
      blame: 'credentials',
    });
  });
});

describe('messages', () => {
  test('a sent text can be edited and taken back', async () => {
    const { inbox, emulator } = await startEmulated();
    const id = `bots:${chatOf(emulator).id}`;
    const sent = await inbox.messages.send(id, { text: 'Tree are left' });
    await inbox.messages.edit(sent.id, { text: 'Three are left' });
    const [edited] = (await inbox.messages.list(id, { limit: 1 })).items;
    expect(edited).toMatchObject({ id: sent.id, text: 'Three are left', editedAt: expect.any(String) });
    await inbox.messages.delete(sent.id);
    const [deleted] = (await inbox.messages.list(id, { limit: 1 })).items;
    expect(deleted).toMatchObject({ id: sent.id, text: 'Three are left', deletedAt: expect.any(String) });
  });

  test('one whose gate is not known cannot be, and no request is made', async () => {
    const { inbox, emulator } = await startEmulated();
    for (const call of [inbox.messages.edit('bots:534', { text: 'x' }), inbox.messages.delete('bots:534')]) {
      expect(await failureOf(call)).toMatchObject({
        code: 'unsupported',
        outcome: 'not-sent',
        hint: expect.stringContaining('gate'),
      });
    }
    expect(emulator.requests).toEqual([]);
  });

  test('an id that is none never reaches the vendor', async () => {
    const { inbox, emulator } = await startEmulated();
    expect(await failureOf(inbox.messages.delete('bots:34-5-6'))).toMatchObject({ code: 'invalid-request' });
    expect(emulator.requests).toEqual([]);
  });
});

describe('notes', () => {
  test('what was added is listed first', async () => {
    const { inbox, emulator } = await startEmulated();
    const chat = chatOf(emulator, ({ notes }) => notes.length > 0);
    const added = await inbox.notes.add(`bots:${chat.id}`, { text: 'Call after six' });
    const { items } = await inbox.notes.list(`bots:${chat.id}`);
    expect(items.map(({ text }) => text)).toEqual(['Call after six', 'Prefers to be called in the afternoon.']);
    expect(items[0]).toMatchObject({ id: added.id, author: { kind: 'agent' }, conversationId: `bots:${chat.id}` });
  });

  test('a note whose answer is lost is not added twice', async () => {
    const { inbox, emulator, requests } = await startEmulated();
    const chat = chatOf(emulator, ({ notes }) => notes.length === 0);
    await inbox.conversations.get(`bots:${chat.id}`);
    requests();
    emulator.fail({ kind: 'status', status: 503, when: 'after-effect' });
    const error = await failureOf(inbox.notes.add(`bots:${chat.id}`, { text: 'Once' }));
    expect(error).toMatchObject({ code: 'provider-unavailable', outcome: 'unknown' });
    expect(requests()).toHaveLength(1);
    expect(chat.notes).toHaveLength(1);
  });

  test('a note is never a message', async () => {
    const { inbox, emulator } = await startEmulated();
    const chat = chatOf(emulator);
    const before = chat.messages.length;
    await inbox.notes.add(`bots:${chat.id}`, { text: 'Do not tell' });
    expect(chat.messages).toHaveLength(before);
  });

  test.each([
    ['an object that cannot be read', { state: true }, 'sent'],
    ['a state of false', { state: false }, 'unknown'],
  ])('%s', async (_, body, outcome) => {
    const { inbox, emulator } = await startEmulated();
    emulator.fail({ kind: 'body', body, match: { method: 'POST' } });
    const error = await failureOf(inbox.notes.add(`bots:${chatOf(emulator).id}`, { text: 'x' }));
    expect(error).toMatchObject({ code: 'unexpected-response', outcome });
  });
});

describe('native calls', () => {
  test('a contact is found by its id in a conversation, and its notes change', async () => {
    const { inbox, emulator } = await startEmulated();
    const chat = chatOf(emulator, ({ notes }) => notes.length > 0);
    const contactId = String(chat.contact.id);
    const contact = await inbox.native.contacts.get({ contactId });
    expect(contact).toMatchObject({ id: contactId, fullName: chat.contact.fullName });
    const noteId = contact.notes?.[0]?.id ?? '';
    await inbox.native.notes.update({ contactId, noteId, content: 'New' });
    expect(chat.notes[0]?.content).toBe('New');
    await inbox.native.notes.delete({ contactId, noteId });
    expect(chat.notes).toEqual([]);
  });

  test('a contact changes, with its variables', async () => {
    const { inbox, emulator } = await startEmulated();
    const contactId = String(chatOf(emulator).contact.id);
    const fields = { email: 'vera@example.com', lastOrder: '10500', values: { size: 'L' } };
    await inbox.native.contacts.update({ contactId, fields });
    const info = await inbox.native.contacts.info({ contactId });
    expect(info).toMatchObject({ email: 'vera@example.com', variables: { lastOrder: '10500', size: 'L' } });
    const wrong = inbox.native.contacts.update({ contactId, fields: { id: 7 } });
    expect(await failureOf(wrong)).toMatchObject({ code: 'invalid-request', status: 422, outcome: 'not-sent' });
  });

  test.each([
    ['contacts.get.contactId', { contactId: 'vera' }],
    ['contacts.get.contactId', {}],
    ['contacts.get.id', { contactId: '1', id: '2' }],
    ['contacts.get', undefined],
  ])('wrong input is refused by the name of the field: %s', async (field, input) => {
    const { inbox, emulator } = await startEmulated();
    const error = await failureOf(inbox.native.contacts.get(input as { contactId: string }));
    expect(error).toMatchObject({ code: 'invalid-request', message: expect.stringContaining(field) });
    expect(error.message).not.toContain('vera');
    expect(emulator.requests).toEqual([]);
  });

  test('they fail like every other call', async () => {
    const { inbox, emulator } = await startEmulated();
    emulator.fail({ kind: 'body', body: { state: false } });
    const error = await failureOf(inbox.native.operators.involve({ operatorId: '71', state: false }));
    expect(error).toMatchObject({ code: 'conflict', operation: 'native.operators.involve', outcome: 'not-sent' });
  });
});
