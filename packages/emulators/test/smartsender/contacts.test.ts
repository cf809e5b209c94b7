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
