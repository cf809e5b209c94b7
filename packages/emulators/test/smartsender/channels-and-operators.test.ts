import type { SmartsenderChannel, SmartsenderList, SmartsenderOperator } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { smartsender } from '../support/emulators.ts';

describe('channels', () => {
  test('are listed in pages, with the documented fields', async () => {
    const { client } = await smartsender({ seed: 'empty' });
    const { body } = await client.get<SmartsenderList<SmartsenderChannel>>('/channels?limitation=4');
    expect(body.cursor).toEqual({ page: 1, pages: 2 });
    expect(Object.keys(body.collection[0] ?? {}).sort()).toEqual(
      ['active', 'app', 'createdAt', 'id', 'link', 'name', 'occupied', 'referrer', 'type', 'updatedAt'].sort(),
    );
    expect(body.collection.map(({ type }) => type)).toEqual(['telegram', 'viber', 'instagram', 'facebook']);
  });

  test('one is switched off and on', async () => {
    const { client } = await smartsender({ seed: 'empty' });
    for (const state of [false, true]) {
      expect((await client.put('/channels/119', { state })).body).toEqual({ state: true });
      expect((await client.get<SmartsenderChannel>('/channels/119')).body.active).toBe(state);
    }
  });

  test.each([{}, { state: 'false' }, { state: 1 }, { state: true, name: 'x' }])('%j is refused', async (body) => {
    const { client } = await smartsender({ seed: 'empty' });
    expect((await client.put('/channels/119', body)).status).toBe(422);
  });

  test('an unknown one is not found', async () => {
    const { client } = await smartsender({ seed: 'empty' });
    expect((await client.get('/channels/7')).status).toBe(404);
    expect((await client.put('/channels/7', { state: true })).status).toBe(404);
  });
});

describe('operators', () => {
  test('are listed with their user, status and number of chats', async () => {
    const { emulator, client } = await smartsender({ seed: 'empty' });
    const chat = emulator.addConversation({ text: 'Hello' });
    await client.post(`/chats/${chat.id}/forward/72`, {});
    const { body } = await client.get<SmartsenderList<SmartsenderOperator>>('/operators');
    expect(body.cursor).toEqual({ page: 1, pages: 1 });
    expect(body.collection.map(({ chatsTotal }) => chatsTotal)).toEqual([0, 1, 0, 0, 0]);
    expect(body.collection[2]).toMatchObject({
      id: 73,
      info: { fullName: 'Inês Carvalho', email: 'ines@shop.example.com' },
      status: { id: 1, name: 'Online', color: '#2ecc71' },
      deletedAt: null,
    });
  });

  test('one is taken out of the distribution of chats', async () => {
    const { emulator, client } = await smartsender({ seed: 'empty' });
    expect((await client.put('/operators/71/involve', { state: false })).body).toEqual({ state: true });
    expect(emulator.state.operators[0]?.involvement).toBe(false);
    expect((await client.put('/operators/71/involve', {})).status).toBe(422);
    expect((await client.put('/operators/7/involve', { state: true })).status).toBe(404);
  });
});
