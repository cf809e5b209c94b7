import type { BlingerConversationRecord } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { type Emulated, ids, pick, sorted, startEmulated, twoOf } from '../support/emulated.ts';
import { failureOf } from '../support/failure.ts';

const hidden = 'Blinger lists only conversations that are unassigned, unread or not answered';

/** What the vendor shows of its conversations: the union of its lists. */
const shown = ({ status, unread_count, waiting_operator_response }: BlingerConversationRecord) =>
  status === 'unassigned' || (status === 'inbox' && (unread_count > 0 || waiting_operator_response));

const expected = ({ emulator }: Emulated, fits: (conversation: BlingerConversationRecord) => boolean) =>
  sorted(
    emulator.state.conversations
      .filter((conversation) => shown(conversation) && fits(conversation))
      .map(({ id }) => id),
  );

describe('without a filter', () => {
  test('all that the vendor shows, each once, newest activity first', async () => {
    const emulated = await startEmulated();
    const { inbox, emulator } = emulated;
    const page = await inbox.conversations.list();
    expect(sorted(ids(page.items))).toEqual(expected(emulated, () => true));
    expect(page.items.length).toBeLessThan(emulator.state.conversations.length);
    const updates = page.items.map(({ updatedAt }) => updatedAt ?? '');
    expect(updates).toEqual(updates.toSorted().toReversed());
    expect(new Set(updates).size).toBeGreaterThan(1);
  });

  test('the lists overlap, and still nothing comes twice', async () => {
    const { inbox, emulator } = await startEmulated();
    const both = emulator.state.conversations.filter(
      ({ status, unread_count, waiting_operator_response }) =>
        status === 'inbox' && unread_count > 0 && waiting_operator_response,
    );
    expect(both.length).toBeGreaterThan(3);
    const { items } = await inbox.conversations.list();
    expect(new Set(ids(items)).size).toBe(items.length);
  });

  test('operators and groups are read once, then each list once', async () => {
    const { inbox, emulator, requests } = await startEmulated();
    await inbox.conversations.list({ status: 'open' });
    const { operators, groups } = emulator.state;
    const holders = [...operators.map(({ id }) => `operator_id=${id}`), ...groups.map(({ id }) => `group_id=${id}`)];
    expect(requests().toSorted()).toEqual(
      [
        'GET /operators/all',
        'GET /operators/groups',
        'GET /conversations/unassigned',
        ...holders.map((holder) => `GET /conversations/unread?${holder}`),
        ...holders.map((holder) => `GET /conversations/not-answered?${holder}`),
      ].toSorted(),
    );
  });

  test('it says what is not shown, and no item is called complete', async () => {
    const { inbox } = await startEmulated();
    const page = await inbox.conversations.list();
    expect(page.incomplete).toBe(hidden);
    expect(page.items.every(({ provenance }) => provenance.complete === false)).toBe(true);
  });

  test('what nobody holds has no assignee, the rest has an agent and a group by name', async () => {
    const { inbox, emulator } = await startEmulated();
    const { items } = await inbox.conversations.list();
    for (const { nativeId, assignee, nativeStatus, status } of items) {
      const record = pick(emulator, ({ id }) => String(id) === nativeId);
      const holder = emulator.state.operators.find(({ user_id }) => user_id === record.operator_user_id);
      const group = emulator.state.groups.find(({ id }) => id === record.group_id);
      expect(status).toBe('open');
      expect(nativeStatus).toBe(record.status);
      expect(assignee).toEqual(
        record.status === 'unassigned'
          ? null
          : { agent: { id: `desk:${holder?.id}` }, group: { id: `desk:${group?.id}`, name: group?.title } },
      );
    }
    expect(new Set(items.map(({ assignee }) => assignee === null))).toEqual(new Set([true, false]));
  });

  test('core cuts it into pages, and a cursor continues it', async () => {
    const { inbox } = await startEmulated();
    const whole = ids((await inbox.conversations.list()).items);
    const first = await inbox.conversations.list({ limit: 10 });
    const second = await inbox.conversations.list({ limit: 10, cursor: first.nextCursor });
    expect([...ids(first.items), ...ids(second.items)]).toEqual(whole.slice(0, 20));
    expect(ids(await inbox.conversations.list({ limit: 7 }).toArray({ limit: 1_000 }))).toEqual(whole);
  });

  test('an account without conversations, or without operators, is an empty list', async () => {
    const { inbox, emulator } = await startEmulated({ seed: 'empty' });
    expect(await inbox.conversations.list()).toEqual({ items: [], incomplete: hidden });
    emulator.state.groups.length = 0;
    expect((await inbox.conversations.list()).items).toEqual([]);
  });

  test('at most four requests at a time', async () => {
    const { inbox, emulator } = await startEmulated();
    emulator.fail({ kind: 'delay', ms: 40, times: Number.POSITIVE_INFINITY, match: { path: /conversations/ } });
    const reading = inbox.conversations.list().then(({ items }) => items.length);
    const open = () => emulator.requests.filter(({ path, status }) => /conversations/.test(path) && !status).length;
    let most = 0;
    for (let done = false; !done; ) {
      most = Math.max(most, open());
      done = await Promise.race([reading.then(() => true), new Promise<false>((next) => setTimeout(next, 3, false))]);
    }
    expect(most).toBe(4);
  });
});

describe('filters ask only for what is needed', () => {
  test('nobody’s: one request, and the list is whole', async () => {
    const emulated = await startEmulated();
    const page = await emulated.inbox.conversations.list({ assignee: null, status: 'open' });
    expect(emulated.requests()).toEqual(['GET /conversations/unassigned']);
    expect(sorted(ids(page.items))).toEqual(expected(emulated, ({ status }) => status === 'unassigned'));
    expect(page.items.length).toBeGreaterThan(10);
    expect(page).not.toHaveProperty('incomplete');
  });

  test('an agent’s: two requests, and each is known to be that agent’s', async () => {
    const emulated = await startEmulated();
    const { inbox, emulator, requests } = emulated;
    const [, { id, user_id }] = twoOf(emulator.state.operators);
    const page = await inbox.conversations.list({ assignee: { agentId: `desk:${id}` } });
    expect(requests()).toEqual([
      `GET /conversations/unread?operator_id=${id}`,
      `GET /conversations/not-answered?operator_id=${id}`,
    ]);
    expect(sorted(ids(page.items))).toEqual(expected(emulated, (record) => record.operator_user_id === user_id));
    expect(page.items.length).toBeGreaterThan(0);
    for (const { assignee } of page.items) expect(assignee?.agent).toEqual({ id: `desk:${id}` });
    expect(page.incomplete).toBe(hidden);
  });

  test('a group’s: what it holds through every operator', async () => {
    const emulated = await startEmulated();
    const { inbox, emulator, requests } = emulated;
    const [, group] = twoOf(emulator.state.groups);
    const page = await inbox.conversations.list({ assignee: { groupId: `desk:${group.id}` } });
    const wanted = expected(emulated, ({ status, group_id }) => status === 'inbox' && group_id === group.id);
    expect(sorted(ids(page.items))).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(0);
    const asked = requests();
    expect(asked).toHaveLength(1 + 2 * (emulator.state.operators.length + 1));
    expect(asked[0]).toBe('GET /operators/all');
    expect(asked.slice(1).every((request) => request.includes(`group_id=${group.id}`))).toBe(true);
    // Its title is known once the groups were read.
    expect(page.items[0]?.assignee?.group).toEqual({ id: `desk:${group.id}`, name: String(group.id) });
    await inbox.groups.list();
    const again = await inbox.conversations.list({ assignee: { groupId: `desk:${group.id}` } });
    expect(again.items[0]?.assignee?.group?.name).toBe(group.title);
  });

  test('what a group’s list shows of another group is left out', async () => {
    const { inbox, emulator } = await startEmulated();
    const [first, second] = twoOf(emulator.state.groups);
    const stray = pick(
      emulator,
      (record) => shown(record) && record.status === 'inbox' && record.group_id === first.id,
    );
    emulator.fail({
      kind: 'body',
      body: { status: 200, data: [{ ...stray, messages: undefined }] },
      times: Number.POSITIVE_INFINITY,
      match: { path: /unread|not-answered/ },
    });
    expect((await inbox.conversations.list({ assignee: { groupId: `desk:${second.id}` } })).items).toEqual([]);
    expect((await inbox.conversations.list({ assignee: { groupId: `desk:${first.id}` } })).items).toHaveLength(1);
  });

  test('the unread ones, those that nobody holds among them', async () => {
    const emulated = await startEmulated();
    const { inbox, emulator, requests } = emulated;
    const page = await inbox.conversations.list({ unread: true });
    expect(sorted(ids(page.items))).toEqual(expected(emulated, ({ unread_count }) => unread_count > 0));
    expect(new Set(page.items.map(({ assignee }) => assignee === null))).toEqual(new Set([true, false]));
    expect(page.items.every(({ unreadCount = 0 }) => unreadCount > 0)).toBe(true);
    const holders = emulator.state.operators.length + emulator.state.groups.length;
    expect(requests()).toHaveLength(2 + 1 + holders);
    expect(page.incomplete).toBe('Blinger lists no closed conversations');
    expect(await inbox.conversations.list({ unread: true, status: 'open' })).not.toHaveProperty('incomplete');
  });

  test('the unread ones of nobody, and of one agent: one request each', async () => {
    const emulated = await startEmulated();
    const { inbox, emulator, requests } = emulated;
    const nobody = await inbox.conversations.list({ unread: true, assignee: null });
    expect(requests()).toEqual(['GET /conversations/unassigned']);
    const wanted = expected(emulated, ({ status, unread_count }) => status === 'unassigned' && unread_count > 0);
    expect(sorted(ids(nobody.items))).toEqual(wanted);
    const [{ id }] = twoOf(emulator.state.operators);
    await inbox.conversations.list({ unread: true, assignee: { agentId: `desk:${id}` } });
    expect(requests()).toEqual([`GET /conversations/unread?operator_id=${id}`]);
  });

  test.each([
    ['a status that no list shows', { status: 'closed' }, 'unsupported'],
    ['a channel', { channelId: 'desk:4' }, 'unsupported'],
    ['words', { search: 'lamp' }, 'unsupported'],
    ['an agent whose id is none', { assignee: { agentId: 'desk:marta' } }, 'invalid-request'],
    ['a group whose id is none', { assignee: { groupId: 'desk:1&operator_id=2' } }, 'invalid-request'],
  ] as const)('%s: refused', async (_, query, code) => {
    const { inbox, emulator } = await startEmulated();
    const error = await failureOf(inbox.conversations.list(query as object));
    expect(error).toMatchObject({ code, blame: 'caller', operation: 'conversations.list' });
    expect(emulator.requests.filter(({ path }) => path.includes('conversations'))).toEqual([]);
  });
});

describe('where the vendor wants to be asked differently', () => {
  test('for operators only', async () => {
    const emulated = await startEmulated({ inbox: { options: { listBy: 'operators' } } });
    const { inbox, emulator, requests } = emulated;
    const { items } = await inbox.conversations.list();
    expect(sorted(ids(items))).toEqual(expected(emulated, () => true));
    expect(requests().filter((request) => request.includes('group'))).toEqual([]);
    const [{ id }] = twoOf(emulator.state.groups);
    await inbox.conversations.list({ assignee: { groupId: `desk:${id}` }, unread: true });
    const asked = requests().filter((request) => request.includes('unread'));
    expect(asked).toHaveLength(emulator.state.operators.length);
    expect(asked.every((request) => /operator_id=\d+&group_id=\d+/.test(request))).toBe(true);
  });

  test('for every operator in every group', async () => {
    const emulated = await startEmulated({ inbox: { options: { listBy: 'pairs' } } });
    const { inbox, emulator, requests } = emulated;
    const { items } = await inbox.conversations.list();
    expect(sorted(ids(items))).toEqual(expected(emulated, () => true));
    const { operators, groups } = emulator.state;
    expect(requests()).toHaveLength(2 + 1 + 2 * operators.length * groups.length);
    await inbox.conversations.list({ assignee: { agentId: `desk:${operators[0]?.id}` } });
    expect(requests()).toHaveLength(1 + 2 * groups.length);
  });
});

describe('when something is missing', () => {
  test('a list that reached the vendor’s maximum is named', async () => {
    const { inbox, emulator } = await startEmulated({ seed: 'empty' });
    for (let count = 0; count < 1_001; count++) emulator.addConversation();
    const page = await inbox.conversations.list({ assignee: null });
    expect(page.items).toHaveLength(1_000);
    expect(page.incomplete).toBe("1 of the lists read reached Blinger's maximum of 1000 conversations");
    const all = await inbox.conversations.list({ limit: 1 });
    expect(all.incomplete).toBe(`${hidden}; 1 of the lists read reached Blinger's maximum of 1000 conversations`);
  });

  test.each([
    ['/api/operators/all'],
    ['/api/operators/groups'],
    ['/api/conversations/unassigned'],
    ['/api/conversations/unread'],
    ['/api/conversations/not-answered'],
  ])('one that fails (%s) fails the listing', async (path) => {
    const { inbox, emulator } = await startEmulated({ inbox: { maxAttempts: 1 } });
    emulator.fail({ kind: 'status', status: 500, match: { path } });
    const error = await failureOf(inbox.conversations.list());
    expect(error).toMatchObject({ code: 'provider-unavailable', status: 500, operation: 'conversations.list' });
  });

  test('after a failure no further list is begun', async () => {
    const { inbox, emulator, requests } = await startEmulated({ inbox: { maxAttempts: 1 } });
    emulator.fail({ kind: 'status', status: 500, times: Number.POSITIVE_INFINITY, match: { path: /conversations/ } });
    await failureOf(inbox.conversations.list());
    expect(requests().length).toBeLessThanOrEqual(2 + 4);
  });

  test('a conversation that cannot be read is counted, the others are listed', async () => {
    const { inbox, emulator } = await startEmulated();
    const { messages: _, ...good } = pick(emulator, ({ status }) => status === 'unassigned');
    emulator.fail({ kind: 'body', body: { status: 200, data: [{ last_message: 'no id' }, good] } });
    const page = await inbox.conversations.list({ assignee: null });
    expect(ids(page.items)).toEqual([String(good.id)]);
    expect(page.incomplete).toBe('1 item could not be read');
  });

  test('one whose holder is no listed operator is found by its group, without an agent', async () => {
    const { inbox, emulator } = await startEmulated();
    const held = pick(emulator, (record) => shown(record) && record.status === 'inbox');
    const { messages: _, ...raw } = { ...held, operator_user_id: 999_999 };
    emulator.fail({
      kind: 'body',
      body: { status: 200, data: [{ ...raw, id: 999 }] },
      match: { path: /unread/ },
    });
    const { items } = await inbox.conversations.list();
    const found = items.find(({ nativeId }) => nativeId === '999');
    expect(found?.assignee).not.toHaveProperty('agent');
    expect(found?.assignee?.group?.id).toBe(`desk:${held.group_id}`);
  });

  test('an abort ends it', async () => {
    const { inbox, emulator } = await startEmulated();
    emulator.fail({ kind: 'delay', ms: 2_000, times: 4, match: { path: /conversations/ } });
    const controller = new AbortController();
    const reading = failureOf(inbox.conversations.list({ signal: controller.signal }));
    setTimeout(() => controller.abort('enough'), 50);
    expect(await reading).toMatchObject({ code: 'aborted', cause: 'enough' });
  });
});
