import type {
  SmartsenderChat,
  SmartsenderContact,
  SmartsenderGate,
  SmartsenderList,
  SmartsenderNote,
} from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { smartsender } from '../support/emulators.ts';

type Contacts = SmartsenderList<SmartsenderContact>;

describe('contacts', () => {
  test('are paged and have the documented shape', async () => {
    const { client } = await smartsender();
    const { body } = await client.get<Contacts>('/contacts?limitation=1&page=2');
    expect(body.cursor).toEqual({ page: 2, pages: 45 });
    expect(body.collection).toEqual([
      {
        id: expect.any(Number),
        photo: expect.stringMatching(/^https:/),
        state: expect.any(String),
        email: 'm.wisniewski@example.com',
        phone: '+48225550102',
        fullName: 'Mateusz Wiśniewski',
        firstName: 'Mateusz',
        lastName: 'Wiśniewski',
        tags: [],
        funnels: [{ id: expect.any(Number), name: 'Welcome', serviceKey: 'welcome' }],
        variables: [expect.objectContaining({ name: 'lastOrder', value: '10481' })],
      },
    ]);
  });

  test('are found by term, which must not be empty', async () => {
    const { client } = await smartsender();
    const byPhone = await client.get<Contacts>('/contacts/search?term=5550102');
    expect(byPhone.body.collection.map(({ fullName }) => fullName)).toEqual(['Mateusz Wiśniewski']);
    for (const query of ['', '?term=', '?term=%20']) {
      expect((await client.get(`/contacts/search${query}`)).status).toBe(422);
    }
  });

  test('one is read with its variables as objects, or as a map', async () => {
    const { client } = await smartsender();
    const { id } = (await client.get<Contacts>('/contacts?limitation=1')).body.collection[0] as SmartsenderContact;
    const contact = (await client.get<SmartsenderContact>(`/contacts/${id}`)).body;
    expect(contact.variables).toEqual([expect.objectContaining({ name: 'lastOrder', value: '10480' })]);
    expect((await client.get(`/contacts/${id}/info`)).body).toMatchObject({ id, variables: { lastOrder: '10480' } });
  });

  test('one leads to its chat and its gates', async () => {
    const { emulator, client } = await smartsender();
    const chat = emulator.addConversation({ channelIds: [118, 119], text: 'Hello' });
    const path = `/contacts/${chat.contact.originalId}`;
    const { body } = await client.get<SmartsenderChat>(`${path}/chat`);
    expect(body.id).toBe(chat.id);
    const gates = await client.get<SmartsenderList<SmartsenderGate>>(`${path}/gates?limitation=1&page=2`);
    expect(gates.body).toEqual({ cursor: { page: 2, pages: 2 }, collection: [body.gates[1]] });
  });

  test('one is changed: its own fields, and variables beside them or in `values`', async () => {
    const now = Date.UTC(2026, 10, 20, 12);
    const { emulator, client } = await smartsender({ now: () => now });
    const path = `/contacts/${emulator.addConversation({ firstName: 'Vera' }).contact.originalId}`;
    const change = { lastName: 'Lamp', phone: '+12025550144', size: 'L', values: { visits: 3, vip: true } };
    expect((await client.put(path, change)).body).toEqual({ state: true });
    const info = (await client.get<{ variables: unknown }>(`${path}/info`)).body;
    expect(info).toMatchObject({ firstName: 'Vera', lastName: 'Lamp', fullName: 'Vera Lamp', phone: '+12025550144' });
    expect(info.variables).toEqual({ size: 'L', visits: '3', vip: 'true' });

    await client.put(path, { size: null, email: 'vera@example.com', phone: null });
    const contact = (await client.get<SmartsenderContact>(path)).body;
    expect(contact).toMatchObject({ email: 'vera@example.com', phone: null, lastName: 'Lamp' });
    expect(contact.variables).toHaveLength(3);
    expect(contact.variables[0]).toEqual({
      id: expect.any(Number),
      name: 'size',
      content: '',
      value: null,
      description: null,
      createdAt: '2026-11-20 12:00:00',
      updatedAt: '2026-11-20 12:00:00',
    });
    expect(new Set(contact.variables.map(({ id }) => id)).size).toBe(3);
  });

  test('one that is renamed has that name in its chat', async () => {
    const { emulator, client } = await smartsender();
    const chat = emulator.addConversation({ firstName: 'Vera' });
    const name = async () => (await client.get<SmartsenderChat>(`/chats/${chat.id}`)).body.name;
    await client.put(`/contacts/${chat.contact.originalId}`, { fullName: 'V. Lamp' });
    expect(await name()).toBe('V. Lamp');
    await client.put(`/contacts/${chat.contact.originalId}`, { firstName: 'Wera', lastName: null });
    expect(await name()).toBe('Wera');
  });

  test.each([
    [{}, 'body'],
    [{ id: 7 }, 'id'],
    [{ tags: [] }, 'tags'],
    [{ variables: { size: 'L' } }, 'variables'],
    [{ firstName: null }, 'firstName'],
    [{ firstName: ' ' }, 'firstName'],
    [{ email: 5 }, 'email'],
    [{ size: { width: 1 } }, 'size'],
    [{ values: { size: ['L'] } }, 'values.size'],
    [{ values: 'L' }, 'values'],
  ])('one is not changed by %j', async (change, field) => {
    const { emulator, client } = await smartsender();
    const path = `/contacts/${emulator.addConversation({ firstName: 'Vera' }).contact.originalId}`;
    const before = (await client.get(path)).body;
    const { status, body } = await client.put<{ error: { description: object } }>(path, change);
    expect(status).toBe(422);
    expect(Object.keys(body.error.description)).toEqual([field]);
    expect((await client.get(path)).body).toEqual(before);
  });

  test('one that does not exist cannot be changed', async () => {
    const { client } = await smartsender();
    expect((await client.put('/contacts/1', { firstName: 'Vera' })).status).toBe(404);
  });

  test.each(['', '/info', '/chat', '/gates', '/messages', '/notes'])('/contacts/1%s is not found', async (rest) => {
    const { client } = await smartsender();
    expect((await client.get(`/contacts/1${rest}`)).status).toBe(404);
  });
});

describe('notes', () => {
  test('are added, listed newest first, changed and deleted', async () => {
    const { emulator, client } = await smartsender();
    const path = `/contacts/${emulator.addConversation().contact.originalId}/notes`;
    const list = async () =>
      (await client.get<SmartsenderList<SmartsenderNote>>(path)).body.collection.map(({ content }) => content);

    const first = await client.post<SmartsenderNote>(path, { content: 'Called twice' });
    expect(first.body).toEqual({
      id: expect.any(Number),
      content: 'Called twice',
      createdAt: expect.stringMatching(/^\d{4}-/),
      user: expect.objectContaining({ fullName: 'Marta Hrytsenko' }),
    });
    await client.post(path, { content: 'Wants an invoice' });
    expect(await list()).toEqual(['Wants an invoice', 'Called twice']);

    expect((await client.put(`${path}/${first.body.id}`, { content: 'Called once' })).body).toEqual({ state: true });
    expect(await list()).toEqual(['Wants an invoice', 'Called once']);

    expect((await client.delete(`${path}/${first.body.id}`)).body).toEqual({ state: true });
    expect(await list()).toEqual(['Wants an invoice']);
    expect((await client.delete(`${path}/${first.body.id}`)).status).toBe(404);
  });

  test.each([{}, { content: '' }, { content: ' ' }, { content: 1 }, { text: 'x' }])('%j is refused', async (body) => {
    const { emulator, client } = await smartsender();
    const path = `/contacts/${emulator.addConversation().contact.originalId}/notes`;
    expect((await client.post(path, body)).status).toBe(422);
    expect((await client.get<SmartsenderList<SmartsenderNote>>(path)).body.collection).toEqual([]);
  });

  test("another contact's note is not found", async () => {
    const { emulator, client } = await smartsender();
    const [own, other] = [emulator.addConversation(), emulator.addConversation()];
    const note = await client.post<SmartsenderNote>(`/contacts/${own.contact.originalId}/notes`, { content: 'x' });
    const path = `/contacts/${other.contact.originalId}/notes/${note.body.id}`;
    expect((await client.put(path, { content: 'y' })).status).toBe(404);
  });
});
