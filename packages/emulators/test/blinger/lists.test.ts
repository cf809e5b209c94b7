import type { BlingerConversation } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { type BlingerScene, blinger, type Success } from '../support/blinger.ts';
import { testClock } from '../support/clock.ts';

type List = Success<BlingerConversation[]>;

/** One conversation of every sort, oldest first, a second apart. */
async function withOneOfEach() {
  const clock = testClock();
  const scene = await blinger({ seed: 'empty', now: clock.now });
  const { emulator, client } = scene;
  const [admin = 0, second = 0] = emulator.state.operators.map(({ id }) => id);
  const [group = 0, otherGroup = 0] = emulator.state.groups.map(({ id }) => id);
  const add = (options: Parameters<typeof emulator.addConversation>[0]) => {
    clock.advance(1_000);
    return emulator.addConversation(options).id;
  };
  const ids = {
    waiting: add({ text: 'Hello' }),
    waitingElsewhere: add({ text: 'Hello', groupId: otherGroup }),
    unread: add({ text: 'Hello', operatorId: admin }),
    unreadElsewhere: add({ text: 'Hello', operatorId: admin, groupId: otherGroup }),
    ofSecond: add({ text: 'Hello', operatorId: second }),
    read: add({ operatorId: admin }),
    closed: add({ text: 'Hello', status: 'closed', operatorId: admin }),
  };
  const list = async (path: string) => {
    const reply = await client.get<List>(`/conversations/${path}`);
    expect(reply).toMatchObject({ status: 200, body: { status: 200 } });
    return reply.body.data.map(({ id }) => id);
  };
  return { ...scene, clock, ids, list, admin, second, group, otherGroup };
}

describe('unassigned', () => {
  test('lists what nobody holds, latest change first', async () => {
    const { list, ids } = await withOneOfEach();
    expect(await list('unassigned')).toEqual([ids.waitingElsewhere, ids.waiting]);
  });

  test('of one group', async () => {
    const { list, ids, group, otherGroup } = await withOneOfEach();
    expect(await list(`unassigned?group_id=${group}`)).toEqual([ids.waiting]);
    expect(await list(`unassigned?group_id=${otherGroup}`)).toEqual([ids.waitingElsewhere]);
  });
});

describe.each(['unread', 'not-answered'])('%s', (name) => {
  test('lists what one operator has in his inbox, latest change first', async () => {
    const { list, ids, admin, second } = await withOneOfEach();
    expect(await list(`${name}?operator_id=${admin}`)).toEqual([ids.unreadElsewhere, ids.unread]);
    expect(await list(`${name}?operator_id=${second}`)).toEqual([ids.ofSecond]);
  });

  test('of one group', async () => {
    const { list, ids, admin, otherGroup } = await withOneOfEach();
    expect(await list(`${name}?operator_id=${admin}&group_id=${otherGroup}`)).toEqual([ids.unreadElsewhere]);
  });

  test('is about the admin operator when it names none', async () => {
    const { list, ids, group } = await withOneOfEach();
    expect(await list(name)).toEqual([ids.unreadElsewhere, ids.unread]);
    expect(await list(`${name}?group_id=${group}`)).toEqual([ids.unread]);
  });
});

test('unread and not answered are two things', async () => {
  const { emulator, list, ids } = await withOneOfEach();
  const seen = emulator.state.conversations.find(({ id }) => id === ids.unread);
  const answered = emulator.state.conversations.find(({ id }) => id === ids.unreadElsewhere);
  if (seen !== undefined) seen.unread_count = 0;
  if (answered !== undefined) answered.waiting_operator_response = false;
  expect(await list('unread')).toEqual([ids.unreadElsewhere]);
  expect(await list('not-answered')).toEqual([ids.unread]);
});

test('a change brings a conversation to the top, in the same second too', async () => {
  const { emulator, list, ids } = await withOneOfEach();
  emulator.receive({ conversationId: ids.waiting, text: 'Anybody there?' });
  expect(await list('unassigned')).toEqual([ids.waiting, ids.waitingElsewhere]);
  emulator.receive({ conversationId: ids.waitingElsewhere, text: 'Me too' });
  expect(await list('unassigned')).toEqual([ids.waitingElsewhere, ids.waiting]);
});

describe('the cap', () => {
  const counts = async ({ client }: BlingerScene, ...paths: string[]) =>
    Promise.all(paths.map(async (path) => (await client.get<List>(`/conversations/${path}`)).body.data.length));

  test('cuts each list, from the end', async () => {
    const scene = await blinger({ cap: 3 });
    expect(await counts(scene, 'unassigned', 'unread', 'not-answered')).toEqual([3, 3, 3]);
    const { body } = await scene.client.get<List>('/conversations/unassigned');
    scene.emulator.setBehaviour({ cap: 1000 });
    const all = await scene.client.get<List>('/conversations/unassigned');
    expect(all.body.data.length).toBeGreaterThan(3);
    expect(body.data).toEqual(all.body.data.slice(0, 3));
  });

  test('is 1000', async () => {
    const scene = await blinger({ seed: 'empty' });
    for (let count = 0; count < 1_003; count += 1) scene.emulator.addConversation();
    expect(await counts(scene, 'unassigned')).toEqual([1_000]);
  });
});

describe('get', () => {
  test('reads any one, as the lists show it', async () => {
    const { client, ids } = await withOneOfEach();
    const listed = await client.get<List>('/conversations/unassigned');
    const reply = await client.get<Success>(`/conversations/get?conversation_id=${ids.waiting}`);
    expect(reply.body).toEqual({ status: 200, data: listed.body.data[1] });
    const closed = await client.get<Success>(`/conversations/get?conversation_id=${ids.closed}`);
    expect(closed.body.data).toMatchObject({ id: ids.closed, status: 'closed' });
  });

  test('has every documented field', async () => {
    const { client, ids } = await withOneOfEach();
    const { body } = await client.get<Success>(`/conversations/get?conversation_id=${ids.waiting}`);
    expect(body.data).toEqual({
      id: ids.waiting,
      user_id: expect.any(Number),
      operator_user_id: null,
      from_blinger_user_id: expect.any(Number),
      to_blinger_user_id: body.data.toBlingerUser.id,
      from_user_name: 'New client',
      to_user_name: 'support@shop.example.com',
      application: 'livechat',
      last_message: 'Hello',
      unread_count: 1,
      status: 'unassigned',
      date_created: Date.UTC(2026, 10, 20, 12, 0, 1) / 1000,
      date_updated: Date.UTC(2026, 10, 20, 12, 0, 1) / 1000,
      from_user_avatar: null,
      is_outgoing: false,
      token: `canary-secret-token-${ids.waiting}`,
      is_new_conversation: true,
      waiting_operator_response: true,
      group_id: 601,
      is_inner_message: null,
      is_operator_last_message: false,
      is_group_closed: false,
      close_group: null,
      type: 'message',
      comment_post_id: null,
      comment_post_url: null,
      comment_post_title: null,
      comment_post_img: null,
      unassigned_date: expect.any(Number),
      last_message_date: expect.any(Number),
      from_user_custom_name: null,
      toBlingerUser: {
        id: expect.any(Number),
        service_blinger_id: expect.any(Number),
        blinger_user_id: expect.any(Number),
        is_active: true,
        date_updated: expect.any(Number),
        date_created: expect.any(Number),
        tags: null,
        name: null,
        role: 'customer',
        avatar: null,
        application: 'livechat',
        service_user_id: null,
        status: 'enabled',
        group_id: null,
        is_comments: null,
        page_url: null,
        page_title: null,
        extra_fields: null,
        extra_field_secret_key: expect.stringMatching(/^canary-secret-/),
        custom_name: null,
      },
    });
  });

  test('carries messages only when told to', async () => {
    const { emulator, client, ids } = await withOneOfEach();
    const path = `/conversations/get?conversation_id=${ids.waiting}`;
    expect((await client.get<Success>(path)).body.data).not.toHaveProperty('messages');
    emulator.setBehaviour({ messagesInGet: true });
    expect((await client.get<Success>(path)).body.data.messages).toEqual([
      {
        id: expect.any(Number),
        from_blinger_user_id: expect.any(Number),
        to_blinger_user_id: expect.any(Number),
        from_user_id: expect.any(Number),
        to_user_id: expect.any(Number),
        message: 'Hello',
        is_outgoing: false,
        date_created: expect.any(Number),
      },
    ]);
  });
});
