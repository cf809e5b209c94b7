import type { BlingerGroup, BlingerOperator } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { blinger, type Success } from '../support/blinger.ts';

test('operators/all has the documented fields, without names', async () => {
  const { client } = await blinger();
  const { status, body } = await client.get<Success<BlingerOperator[]>>('/operators/all');
  expect(status).toBe(200);
  expect(body.data).toHaveLength(4);
  expect(body.data[0]).toEqual({
    id: 21,
    user_id: 3_001,
    owner_user_id: 1_041,
    invite_email: 'marta@shop.example.com',
    conversations_token: 'canary-secret-conversations-token-21',
  });
});

test('operators/groups has the documented fields', async () => {
  const { client } = await blinger();
  const { body } = await client.get<Success<BlingerGroup[]>>('/operators/groups');
  expect(body.data).toHaveLength(3);
  expect(body.data[0]).toEqual({
    id: 601,
    user_id: 1_041,
    title: 'Default',
    priority: 0,
    color: '#22539c',
    is_default: true,
  });
});

describe('create', () => {
  const draft = { operator_email: 'ada@shop.example.com', operator_password: 'correct horse' };

  test('adds an operator, who can be given work', async () => {
    const { emulator, client } = await blinger();
    const { body } = await client.post<Success<BlingerOperator>>('/operators/create', draft);
    const { id, user_id } = body.data;
    expect(body).toEqual({
      status: 200,
      data: { invite_email: 'ada@shop.example.com', owner_user_id: 1_041, id, user_id },
    });
    const conversation = emulator.addConversation({ text: 'Hello' });
    const started = await client.post<Success>('/conversations/start', {
      conversation_id: conversation.id,
      operator_id: id,
    });
    expect(started.body.data.operator_user_id).toBe(user_id);
  });

  test('refuses an address that is taken, with the documented body', async () => {
    const { client } = await blinger();
    await client.post('/operators/create', draft);
    expect(await client.post('/operators/create', draft)).toMatchObject({
      status: 400,
      body: { error: { invite_email: 'Email "ada@shop.example.com" has already been taken.' }, status: 400 },
    });
  });

  test('refuses what is no address', async () => {
    const { client } = await blinger();
    const reply = await client.post<{ error: object }>('/operators/create', { operator_email: 'ada' });
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.error).sort()).toEqual(['operator_email', 'operator_password']);
  });
});

describe('delete', () => {
  test('removes an operator, and what was in the inbox waits again', async () => {
    const { emulator, client } = await blinger({ seed: 'empty' });
    const operatorId = emulator.state.operators[1]?.id ?? 0;
    emulator.addConversation({ operatorId });
    emulator.addConversation({ operatorId, status: 'closed' });
    const reply = await client.post('/operators/delete', { operator_id: operatorId });
    expect(reply).toMatchObject({ status: 200, body: { status: 200, data: { success: true } } });
    expect(emulator.state.operators).toHaveLength(3);
    expect(emulator.state.conversations.map(({ status }) => status)).toEqual(['unassigned', 'closed']);
  });

  test('refuses one that does not exist, with the documented body, and the admin operator', async () => {
    const { emulator, client } = await blinger();
    const unknown = await client.post('/operators/delete', { operator_id: 99 });
    expect(unknown).toMatchObject({ status: 400, body: { error: 'Operator not found', status: 400 } });
    expect((await client.post('/operators/delete', { operator_id: 21 })).status).toBe(400);
    expect(emulator.state.operators).toHaveLength(4);
  });
});
