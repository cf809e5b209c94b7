import { type BlingerConversation, blingerSecretMark } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { blinger, type Success } from '../support/blinger.ts';
import { testClock } from '../support/clock.ts';

describe('the seed', () => {
  test('is the same for the same clock, ids included', async () => {
    const { now } = testClock();
    const [first, second] = [await blinger({ now }), await blinger({ now })];
    expect(first.emulator.state).toEqual(second.emulator.state);
  });

  test('has all that an inbox must show', async () => {
    const { emulator } = await blinger();
    const { conversations, operators, groups } = emulator.state;
    const values = <V>(value: (conversation: (typeof conversations)[number]) => V) => new Set(conversations.map(value));
    expect(conversations).toHaveLength(120);
    expect(values(({ id }) => id).size).toBe(120);
    expect(values(({ status }) => status)).toEqual(new Set(['unassigned', 'inbox', 'closed']));
    expect(values(({ application }) => application)).toEqual(new Set(['livechat', 'telegrambot']));
    expect(values(({ group_id }) => group_id)).toEqual(new Set(groups.map(({ id }) => id)));
    expect(values(({ operator_user_id }) => operator_user_id)).toEqual(
      new Set([null, ...operators.map(({ user_id }) => user_id)]),
    );
    const inbox = conversations.filter(({ status }) => status === 'inbox');
    const sorts = inbox.map((one) => `${one.unread_count > 0} ${one.waiting_operator_response}`);
    expect(new Set(sorts)).toEqual(new Set(['true true', 'false true', 'false false']));
    expect(values(({ from_user_name }) => from_user_name)).toContain('田中 陽子');
    expect(values(({ notes }) => notes.length > 0).size).toBe(2);
    for (const { messages, date_updated, last_message } of conversations) {
      expect(messages.at(-1)).toMatchObject({ message: last_message, date_created: date_updated });
    }
  });

  test('puts more than sixty open conversations in reach of the lists, of each sort', async () => {
    const { emulator, client } = await blinger();
    const paths = emulator.state.operators.flatMap(({ id }) => [
      `unread?operator_id=${id}`,
      `not-answered?operator_id=${id}`,
    ]);
    const reached = new Set<number>();
    for (const path of ['unassigned', ...paths]) {
      const { body } = await client.get<Success<BlingerConversation[]>>(`/conversations/${path}`);
      expect(body.data.length).toBeGreaterThan(0);
      for (const { id } of body.data) reached.add(id);
    }
    expect(reached.size).toBeGreaterThan(60);
  });

  test('marks every secret, and marks nothing else', async () => {
    const { emulator, client } = await blinger();
    const [operators, unassigned] = [
      await client.get<Success<Record<string, unknown>[]>>('/operators/all'),
      await client.get<Success<BlingerConversation[]>>('/conversations/unassigned'),
    ];
    const secrets = [
      ...operators.body.data.map((operator) => operator['conversations_token']),
      ...unassigned.body.data.flatMap(({ token, toBlingerUser }) => [token, toBlingerUser.extra_field_secret_key]),
    ];
    for (const secret of secrets) expect(secret).toMatch(new RegExp(`^${blingerSecretMark}-`));
    const marked = JSON.stringify([operators.body, unassigned.body]).split(blingerSecretMark).length - 1;
    expect(marked).toBe(secrets.length);
    expect(emulator.token).not.toContain(blingerSecretMark);
  });

  test('can be empty or of any size', async () => {
    const { state } = (await blinger({ seed: 'empty' })).emulator;
    expect(state.conversations).toEqual([]);
    expect(state.operators).toHaveLength(4);
    expect((await blinger({ conversations: 3 })).emulator.state.conversations).toHaveLength(3);
  });
});

describe('the handle', () => {
  test('a received message brings its conversation to the top, unread, and a closed one waits again', async () => {
    const clock = testClock();
    const { emulator, client } = await blinger({ now: clock.now });
    const closed = emulator.state.conversations.find(({ status }) => status === 'closed');
    const unread = closed?.unread_count ?? 0;
    clock.advance(5_900);
    const message = emulator.receive({ conversationId: String(closed?.id), text: 'One more question' });
    expect(message).toMatchObject({ message: 'One more question', is_outgoing: false });
    const { body } = await client.get<Success<BlingerConversation[]>>('/conversations/unassigned');
    const now = Date.UTC(2026, 10, 20, 12, 0, 5) / 1000;
    expect(body.data[0]).toMatchObject({
      id: closed?.id,
      status: 'unassigned',
      operator_user_id: null,
      unread_count: unread + 1,
      last_message: 'One more question',
      last_message_date: now,
      date_updated: now,
      unassigned_date: now,
      waiting_operator_response: true,
      is_outgoing: false,
    });
  });

  test('in an inbox it stays there', async () => {
    const { emulator } = await blinger({ seed: 'empty' });
    const { id } = emulator.addConversation({ operatorId: 22 });
    emulator.receive({ conversationId: id, text: 'Hello' });
    expect(emulator.state.conversations[0]).toMatchObject({
      status: 'inbox',
      operator_user_id: 3_002,
      unread_count: 1,
    });
  });

  test('a conversation is added as it is wanted', async () => {
    const { emulator } = await blinger({ seed: 'empty' });
    expect(emulator.addConversation()).toMatchObject({
      status: 'unassigned',
      application: 'livechat',
      group_id: 601,
      last_message: '',
    });
    const wanted = {
      application: 'telegrambot',
      groupId: 602,
      clientName: 'Ada',
      clientAvatar: 'https://example.com/a',
    };
    expect(emulator.addConversation(wanted)).toMatchObject({
      application: 'telegrambot',
      to_user_name: 'Example Shop Bot',
      group_id: 602,
      from_user_name: 'Ada',
      from_user_avatar: 'https://example.com/a',
    });
    expect(emulator.addConversation({ status: 'inbox' })).toMatchObject({ status: 'inbox', operator_user_id: 3_001 });
    expect(emulator.addConversation({ status: 'closed', text: 'Bye' })).toMatchObject({
      status: 'closed',
      last_message: 'Bye',
      unassigned_date: null,
    });
  });

  test('what is handed out is a copy', async () => {
    const { emulator } = await blinger({ seed: 'empty' });
    const conversation = emulator.addConversation({ text: 'Hello' });
    conversation.toBlingerUser.application = 'changed';
    emulator.receive({ conversationId: conversation.id, text: 'Again' }).message = 'changed';
    expect(emulator.state.accounts[0]?.user.application).toBe('livechat');
    expect(emulator.state.conversations[0]?.messages.map(({ message }) => message)).toEqual(['Hello', 'Again']);
  });

  test('mistakes of the test are thrown, not answered', async () => {
    const { emulator } = await blinger({ seed: 'empty' });
    expect(() => emulator.receive({ conversationId: 1, text: 'x' })).toThrow('no conversation 1');
    expect(() => emulator.addConversation({ application: 'x' })).toThrow('no account for x');
    expect(() => emulator.addConversation({ groupId: 5 })).toThrow('no group 5');
    expect(() => emulator.addConversation({ operatorId: 5 })).toThrow('no operator 5');
    expect(() => emulator.addConversation({ operatorId: 21, status: 'unassigned' })).toThrow('Nobody holds');
    expect(() => emulator.webhooks.configure({ url: 'nowhere' })).toThrow('Invalid URL');
    expect(emulator.state.conversations).toEqual([]);
  });

  test('reset brings back the seed', async () => {
    const { emulator, client } = await blinger({ now: testClock().now });
    const before = structuredClone(emulator.state);
    const { state } = emulator;
    emulator.addConversation({ text: 'Hello' });
    await client.post('/operators/delete', { operator_id: 22 });
    expect(state).not.toEqual(before);
    emulator.reset();
    expect(state).toEqual(before);
    expect(emulator.requests).toEqual([]);
  });

  test('is an AsyncDisposable that ends a delivery on its way', async () => {
    const { emulator } = await blinger({ seed: 'empty' });
    // Nobody answers there: the emulator's own address, at a path that never is.
    emulator.fail({ kind: 'delay', ms: 60_000, match: { path: '/hang' } });
    emulator.webhooks.configure({ url: `${emulator.url}/hang` });
    emulator.addConversation({ text: 'Hello' });
    const [delivery] = await new Promise<typeof emulator.webhooks.deliveries>((resolve) =>
      setTimeout(() => resolve(emulator.webhooks.deliveries), 50),
    );
    await emulator[Symbol.asyncDispose]();
    await emulator.webhooks.idle();
    expect(delivery?.status).toBeUndefined();
    await expect(fetch(emulator.url)).rejects.toThrow();
  });
});
