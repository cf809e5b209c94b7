import { describe, expect, test } from 'vitest';
import { blinger, type Failure, type Success } from '../support/blinger.ts';
import { testClock } from '../support/clock.ts';

async function withConversation(options: Parameters<typeof blinger>[0] = {}) {
  const clock = testClock();
  const scene = await blinger({ seed: 'empty', now: clock.now, ...options });
  const { emulator, client } = scene;
  const [admin, second] = emulator.state.operators;
  if (admin === undefined || second === undefined) throw new Error('The empty seed has operators');
  const { id } = emulator.addConversation({ text: 'Hello' });
  clock.advance(60_000);
  const call = (name: string, fields: object = {}) =>
    client.post<Success>(`/conversations/${name}`, { conversation_id: id, ...fields });
  return { ...scene, clock, id, admin, second, call };
}

const later = Date.UTC(2026, 10, 20, 12, 1, 0) / 1000;

describe('start', () => {
  test('takes the conversation into the inbox of the admin operator', async () => {
    const { call, id, admin, client } = await withConversation();
    const { status, body } = await call('start');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 200,
      data: { id, status: 'inbox', operator_user_id: admin.user_id, date_updated: later, is_new_conversation: false },
    });
    const read = await client.get<Success>(`/conversations/get?conversation_id=${id}`);
    expect(read.body).toEqual(body);
  });

  test('or of the operator that is named', async () => {
    const { call, second } = await withConversation();
    const { body } = await call('start', { operator_id: second.id });
    expect(body.data.operator_user_id).toBe(second.user_id);
  });

  test('is refused when another operator holds it', async () => {
    const { emulator, call, second } = await withConversation();
    await call('start', { operator_id: second.id });
    const before = structuredClone(emulator.state);
    const reply = await call('start');
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({ error: expect.any(String), status: 400 } satisfies Failure);
    expect(emulator.state).toEqual(before);
  });

  test('twice by the same operator is the same as once', async () => {
    const { call, clock } = await withConversation();
    const first = await call('start');
    clock.advance(5_000);
    expect((await call('start')).body).toEqual(first.body);
  });

  test('reopens a closed conversation, for anybody', async () => {
    const { call, second } = await withConversation();
    await call('start');
    await call('close');
    const { body } = await call('start', { operator_id: second.id });
    expect(body.data).toMatchObject({ status: 'inbox', operator_user_id: second.user_id });
  });
});

describe('close', () => {
  test('keeps who held it', async () => {
    const { call, second } = await withConversation();
    await call('start', { operator_id: second.id });
    const { body } = await call('close');
    expect(body.data).toMatchObject({ status: 'closed', operator_user_id: second.user_id, date_updated: later });
  });

  test('of what nobody held names who closed it', async () => {
    const { call, second } = await withConversation();
    const { body } = await call('close', { operator_id: second.id });
    expect(body.data).toMatchObject({ status: 'closed', operator_user_id: second.user_id });
  });

  test('takes it from every list', async () => {
    const { call, client } = await withConversation();
    await call('close');
    for (const list of ['unassigned', 'unread', 'not-answered']) {
      expect((await client.get<Success<unknown[]>>(`/conversations/${list}`)).body.data).toEqual([]);
    }
  });
});

describe('unassign', () => {
  test('gives it back, with the time', async () => {
    const { call, clock } = await withConversation();
    await call('start');
    clock.advance(5_000);
    const { body } = await call('unassign');
    expect(body.data).toMatchObject({
      status: 'unassigned',
      operator_user_id: null,
      unassigned_date: later + 5,
      date_updated: later + 5,
    });
  });

  test('of an unassigned one changes nothing', async () => {
    const { emulator, call } = await withConversation();
    const before = structuredClone(emulator.state);
    expect((await call('unassign')).status).toBe(200);
    expect(emulator.state).toEqual(before);
  });
});

describe('assign-operator', () => {
  test('takes it from another operator', async () => {
    const { call, admin, second } = await withConversation();
    await call('start', { operator_id: admin.id });
    const { body } = await call('assign-operator', { operator_id: second.id, disable_webhook: 0 });
    expect(body.data).toMatchObject({ status: 'inbox', operator_user_id: second.user_id });
  });

  test('moves it between the lists', async () => {
    const { call, client, id, second } = await withConversation();
    await call('assign-operator', { operator_id: second.id });
    const ids = async (path: string) =>
      (await client.get<Success<{ id: number }[]>>(`/conversations/${path}`)).body.data.map((one) => one.id);
    expect(await ids('unassigned')).toEqual([]);
    expect(await ids('unread')).toEqual([]);
    expect(await ids(`unread?operator_id=${second.id}`)).toEqual([id]);
  });
});

describe('assign-group', () => {
  test('changes the group and nothing else', async () => {
    const { emulator, call, clock } = await withConversation();
    const group = emulator.state.groups[1]?.id ?? 0;
    const before = (await call('start')).body.data;
    clock.advance(5_000);
    const { body } = await call('assign-group', { group_id: group });
    expect(body.data).toEqual({ ...before, group_id: group, date_updated: later + 5 });
  });

  test('to the same group changes nothing', async () => {
    const { emulator, call } = await withConversation();
    const before = structuredClone(emulator.state);
    expect((await call('assign-group', { group_id: emulator.state.groups[0]?.id })).status).toBe(200);
    expect(emulator.state).toEqual(before);
  });
});

test('operator_id can mean the number as a user instead', async () => {
  const { call, second, client } = await withConversation({ operatorIds: 'user_id' });
  expect((await call('start', { operator_id: second.id })).body).toEqual({ error: 'Operator not found', status: 400 });
  const { body } = await call('start', { operator_id: second.user_id });
  expect(body.data.operator_user_id).toBe(second.user_id);
  const unread = await client.get<Success<unknown[]>>(`/conversations/unread?operator_id=${second.user_id}`);
  expect(unread.body.data).toHaveLength(1);
});
