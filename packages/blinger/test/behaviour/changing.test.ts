import { describe, expect, test } from 'vitest';
import { pick, startEmulated, twoOf } from '../support/emulated.ts';
import { failureOf } from '../support/failure.ts';

describe('reading one', () => {
  test('its holder is the agent of that id; the operators are read once', async () => {
    const { inbox, emulator, requests } = await startEmulated();
    const held = pick(emulator, ({ status }) => status === 'inbox');
    const holder = emulator.state.operators.find(({ user_id }) => user_id === held.operator_user_id);
    const found = await inbox.conversations.get(`desk:${held.id}`);
    expect(found).toMatchObject({ nativeId: String(held.id), status: 'open', provenance: { complete: true } });
    expect(found.assignee?.agent).toEqual({ id: `desk:${holder?.id}` });
    expect(requests()).toEqual([`GET /conversations/get?conversation_id=${held.id}`, 'GET /operators/all']);

    const other = pick(emulator, ({ status, id }) => status === 'inbox' && id !== held.id);
    await inbox.conversations.get(`desk:${other.id}`);
    expect(requests()).toEqual([`GET /conversations/get?conversation_id=${other.id}`]);
  });

  test('nobody’s needs no look-up; a closed one has its status', async () => {
    const { inbox, emulator, requests } = await startEmulated();
    const free = pick(emulator, ({ status }) => status === 'unassigned');
    expect((await inbox.conversations.get(`desk:${free.id}`)).assignee).toBeNull();
    expect(requests()).toEqual([`GET /conversations/get?conversation_id=${free.id}`]);
    const closed = pick(emulator, ({ status }) => status === 'closed');
    expect(await inbox.conversations.get(`desk:${closed.id}`)).toMatchObject({
      status: 'closed',
      nativeStatus: 'closed',
    });
  });

  test('whom the vendor no longer lists is left out, and asked for once', async () => {
    const { inbox, emulator, requests } = await startEmulated();
    const held = pick(emulator, ({ status }) => status === 'inbox');
    held.operator_user_id = 999_999;
    const found = await inbox.conversations.get(`desk:${held.id}`);
    expect(found.assignee).toEqual({ group: { id: `desk:${held.group_id}`, name: String(held.group_id) } });
    await inbox.conversations.get(`desk:${held.id}`);
    expect(requests().filter((request) => request.includes('operators'))).toHaveLength(1);
  });

  test.each(['matches', 'always-200'] as const)('one that does not exist is not found (%s)', async (httpStatus) => {
    const { inbox } = await startEmulated({ httpStatus });
    const error = await failureOf(inbox.conversations.get('desk:1'));
    expect(error).toMatchObject({ code: 'not-found', blame: 'caller', status: 400, operation: 'conversations.get' });
  });

  test('one that is null in a success is not found either', async () => {
    const { inbox, emulator } = await startEmulated();
    emulator.fail({ kind: 'body', body: { status: 200, data: null } });
    expect(await failureOf(inbox.conversations.get('desk:1'))).toMatchObject({ code: 'not-found' });
  });

  test('a parameter that the vendor does not like is something else', async () => {
    const { inbox, emulator } = await startEmulated();
    const body = { error: { conversation_id: 'Vera Lamp +380445550199', 'vera@example.com': 'x' }, status: 400 };
    emulator.fail({ kind: 'body', status: 400, body });
    const error = await failureOf(inbox.conversations.get('desk:1'));
    expect(error).toMatchObject({ code: 'invalid-request', vendorCode: 'fields: conversation_id' });
    expect(JSON.stringify(error)).not.toMatch(/Vera|vera|555/);
  });

  test.each([
    'desk:2196/close',
    'desk:',
    'desk:-1',
    'desk:1.5',
    'desk:0x10',
    'desk:99999999999999999',
    'desk:9007199254740993',
  ])('the id %s never reaches the vendor', async (id) => {
    const { inbox, emulator } = await startEmulated();
    expect(await failureOf(inbox.conversations.get(id))).toMatchObject({ code: 'invalid-request' });
    expect(await failureOf(inbox.conversations.close(id))).toMatchObject({ outcome: 'not-sent' });
    expect(emulator.requests).toEqual([]);
  });
});

describe('moving one', () => {
  test('through all stages', async () => {
    const { inbox, emulator } = await startEmulated();
    const [admin, second] = twoOf(emulator.state.operators);
    const one = pick(emulator, ({ status }) => status === 'unassigned');
    const id = `desk:${one.id}`;

    await inbox.conversations.assign(id, { agentId: `desk:${second.id}` });
    expect(one).toMatchObject({ status: 'inbox', operator_user_id: second.user_id });
    await inbox.conversations.close(id);
    expect(one.status).toBe('closed');
    await inbox.conversations.reopen(id);
    expect(one).toMatchObject({ status: 'inbox', operator_user_id: admin.user_id });
    await inbox.conversations.unassign(id);
    expect(one).toMatchObject({ status: 'unassigned', operator_user_id: null });
    await inbox.conversations.reopen(id, { agentId: `desk:${second.id}` });
    expect(one).toMatchObject({ status: 'inbox', operator_user_id: second.user_id });
    const group = emulator.state.groups.at(-1);
    await inbox.conversations.assign(id, { groupId: `desk:${group?.id}` });
    expect(one.group_id).toBe(group?.id);
  });

  test.each(['matches', 'always-200'] as const)(
    'what another operator holds is not taken away (%s)',
    async (httpStatus) => {
      const { inbox, emulator } = await startEmulated({ httpStatus });
      const [first, second] = twoOf(emulator.state.operators);
      const held = pick(emulator, (record) => record.status === 'inbox' && record.operator_user_id === first.user_id);
      const error = await failureOf(inbox.conversations.reopen(`desk:${held.id}`, { agentId: `desk:${second.id}` }));
      expect(error).toMatchObject({
        code: 'conflict',
        blame: 'caller',
        outcome: 'not-sent',
        retryable: false,
        status: 400,
        operation: 'conversations.reopen',
      });
      expect(error.hint).toContain('assign it');
      expect(held.operator_user_id).toBe(first.user_id);
      await inbox.conversations.assign(`desk:${held.id}`, { agentId: `desk:${second.id}` });
      expect(held.operator_user_id).not.toBe(first.user_id);
    },
  );

  test('an operator who does not exist is a wrong request elsewhere', async () => {
    const { inbox, emulator } = await startEmulated();
    const { id } = pick(emulator);
    const error = await failureOf(inbox.conversations.assign(`desk:${id}`, { agentId: 'desk:1' }));
    expect(error).toMatchObject({ code: 'invalid-request', status: 400, outcome: 'not-sent' });
  });

  test('is repeated when the vendor was down', async () => {
    const { inbox, emulator, requests } = await startEmulated();
    const one = pick(emulator, ({ status }) => status === 'unassigned');
    emulator.fail({ kind: 'status', status: 503 });
    await inbox.conversations.close(`desk:${one.id}`);
    expect(one.status).toBe('closed');
    expect(requests()).toHaveLength(2);
  });

  test('an answer that is no success leaves it unknown', async () => {
    const { inbox, emulator } = await startEmulated();
    const { id } = pick(emulator);
    for (const body of [{}, [], { data: {} }, { status: 'inbox', data: {} }, { status: 302, data: {} }, 7]) {
      emulator.fail({ kind: 'body', body });
      const error = await failureOf(inbox.conversations.close(`desk:${id}`));
      expect(error).toMatchObject({ code: 'unexpected-response', blame: 'vendor', outcome: 'unknown' });
    }
  });

  test('whatever a success carries is good enough', async () => {
    const { inbox, emulator } = await startEmulated();
    const { id } = pick(emulator);
    for (const data of [undefined, null, true, [], { success: true }]) {
      emulator.fail({ kind: 'body', body: { status: 200, data } });
      await expect(inbox.conversations.unassign(`desk:${id}`)).resolves.toBeUndefined();
    }
  });
});

describe('which number of an operator is meant', () => {
  test('Operator.user_id, if the connection says so', async () => {
    const { inbox, emulator, requests } = await startEmulated({
      operatorIds: 'user_id',
      inbox: { options: { operatorIds: 'user_id' } },
    });
    const second = emulator.state.operators[1];
    const agents = await inbox.agents.list();
    expect(agents.items.map(({ id }) => id)).toEqual(emulator.state.operators.map(({ user_id }) => `desk:${user_id}`));
    const one = pick(emulator, ({ status }) => status === 'unassigned');
    await inbox.conversations.assign(`desk:${one.id}`, { agentId: `desk:${second?.user_id}` });
    requests();
    const found = await inbox.conversations.get(`desk:${one.id}`);
    expect(found.assignee?.agent?.id).toBe(`desk:${second?.user_id}`);
    expect(requests()).toHaveLength(1);
    const { items } = await inbox.conversations.list();
    expect(items.length).toBeGreaterThan(40);
  });
});

describe('a form', () => {
  test('is understood where JSON is not', async () => {
    const json = await startEmulated({ encoding: 'form' });
    const one = pick(json.emulator, ({ status }) => status === 'unassigned');
    expect(await failureOf(json.inbox.conversations.close(`desk:${one.id}`))).toMatchObject({ status: 400 });
    const form = await startEmulated({ encoding: 'form', inbox: { options: { encoding: 'form' } } });
    await form.inbox.conversations.close(`desk:${one.id}`);
    expect(pick(form.emulator, ({ id }) => id === one.id).status).toBe('closed');
  });
});

describe('agents and groups', () => {
  test('all of them', async () => {
    const { inbox, emulator } = await startEmulated();
    expect((await inbox.agents.list()).items).toEqual(
      emulator.state.operators.map(({ id, invite_email }) => ({ id: `desk:${id}`, email: invite_email })),
    );
    expect((await inbox.groups.list()).items).toEqual(
      emulator.state.groups.map(({ id, title }) => ({ id: `desk:${id}`, name: title })),
    );
  });

  test('a body that is no list is unexpected, unless the app finds the list in it', async () => {
    const rows = [{ id: 4, user_id: 5, invite_email: 'a@example.com' }];
    const bare = await startEmulated();
    bare.emulator.fail({ kind: 'body', body: { status: 200, data: { rows } } });
    expect(await failureOf(bare.inbox.agents.list())).toMatchObject({ code: 'unexpected-response' });

    const list = (body: unknown) => {
      const { data } = body as { data: { rows?: unknown[] } };
      return data.rows && { items: data.rows };
    };
    const told = await startEmulated({ inbox: { normalize: { list } } });
    told.emulator.fail({ kind: 'body', body: { status: 200, data: { rows } } });
    expect((await told.inbox.agents.list()).items).toEqual([{ id: 'desk:4', email: 'a@example.com' }]);
    expect((await told.inbox.groups.list()).items).toHaveLength(told.emulator.state.groups.length);
  });
});
