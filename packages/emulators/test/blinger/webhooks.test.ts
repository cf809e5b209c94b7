import { blingerInvalidWebhookExample } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { blingerWithWebhooks } from '../support/blinger.ts';

const number = expect.any(Number);

const livechatUser = {
  user_id: number,
  role: 'default',
  title: 'New client',
  avatar: expect.stringMatching(/^https:/),
  page_title: expect.any(String),
  page_url: expect.stringMatching(/^https:/),
  status: 'enabled',
  service_user_id: expect.any(String),
  date_created: number,
};

function conversation(id: number, status: string) {
  return { id, application: 'livechat', status, date_created: number, date_updated: number, from_user: livechatUser };
}

async function withConversation(options: Parameters<typeof blingerWithWebhooks>[0] = {}) {
  const scene = await blingerWithWebhooks(options);
  const { id } = scene.emulator.addConversation({ text: 'Hello' });
  const record = scene.emulator.state.conversations[0];
  if (record === undefined) throw new Error('The conversation is there');
  const first = await scene.arrived();
  const call = (name: string, fields: object = {}) =>
    scene.client.post(`/conversations/${name}`, { conversation_id: id, ...fields });
  return { ...scene, id, record, first, call };
}

const holder = { id: 21, name: 'Marta Hrytsenko', email: 'marta@shop.example.com' };

describe('the four that are known', () => {
  test('a new conversation: unassigned, then its message in the flat form', async () => {
    const { first, id, record } = await withConversation();
    expect(first).toEqual([
      { webhook: 'on_conversation_unassigned', conversation: conversation(id, 'unassigned') },
      {
        webhook: 'on_message_incoming',
        from_user_id: record.fromUser.user_id,
        to_user_id: record.messages[0]?.to_user_id,
        message: 'Hello',
      },
    ]);
  });

  test('start and assign-operator: assigned, with the operator', async () => {
    const { call, arrived, id } = await withConversation();
    await call('start');
    const assigned = { webhook: 'on_conversation_assigned', conversation: conversation(id, 'inbox') };
    expect(await arrived()).toEqual([{ ...assigned, operator: holder }]);
    await call('assign-operator', { operator_id: 22 });
    const second = { id: 22, name: 'Daniel Okafor', email: 'daniel@shop.example.com' };
    expect(await arrived()).toEqual([{ ...assigned, operator: second }]);
  });

  test('unassign: unassigned, without an operator', async () => {
    const { call, arrived, id } = await withConversation();
    await call('start', { disable_webhook: 1 });
    await call('unassign');
    expect(await arrived()).toEqual([
      { webhook: 'on_conversation_unassigned', conversation: conversation(id, 'unassigned') },
    ]);
  });

  test.each(['inside', 'beside'] as const)('close: closed, with the messages %s', async (closedMessages) => {
    const { call, arrived, id, record } = await withConversation({ closedMessages });
    await call('send-message', { text: 'Good morning' });
    await call('close');
    const { messages } = structuredClone(record);
    expect(messages).toHaveLength(2);
    const inside = closedMessages === 'inside' ? { messages } : {};
    const beside = closedMessages === 'beside' ? { messages } : {};
    expect(await arrived()).toEqual([
      {
        webhook: 'on_conversation_closed',
        conversation: { ...conversation(id, 'closed'), ...inside },
        operator: holder,
        ...beside,
      },
    ]);
  });

  test('a message to a closed conversation: unassigned again, then the message', async () => {
    const { emulator, call, arrived, id } = await withConversation();
    await call('close', { disable_webhook: 1 });
    emulator.receive({ conversationId: id, text: 'One more thing' });
    expect(await arrived()).toMatchObject([
      { webhook: 'on_conversation_unassigned', conversation: { id, status: 'unassigned' } },
      { webhook: 'on_message_incoming', message: 'One more thing' },
    ]);
  });

  test('only live chat has a page', async () => {
    const { emulator, arrived } = await blingerWithWebhooks();
    emulator.addConversation({ application: 'telegrambot', text: 'Hello' });
    const { page_title: _, page_url: __, ...telegramUser } = livechatUser;
    const service_user_id = expect.stringMatching(/^\d+$/);
    expect((await arrived())[0]).toMatchObject({ conversation: { application: 'telegrambot' } });
    const [record] = emulator.state.conversations;
    expect(record?.fromUser).toEqual({ ...telegramUser, service_user_id });
  });

  test('the body is that of the moment it happened', async () => {
    const { call, arrived, receiver } = await withConversation();
    receiver.answer = (_, response) => setTimeout(() => response.end('ok'), 30);
    for (const name of ['start', 'close', 'unassign']) await call(name);
    const statuses = (await arrived()).map(
      (body) => (body as { conversation: { status: string } }).conversation.status,
    );
    expect(statuses).toEqual(['inbox', 'closed', 'unassigned']);
  });
});

describe('what sends nothing', () => {
  test.each([
    ['start', {}],
    ['close', {}],
    ['assign-operator', { operator_id: 22 }],
    ['send-message', { text: 'x' }],
    ['send-file-message', { file_url: 'https://cdn.example.com/a.pdf' }],
  ])('%s with disable_webhook 1', async (name, fields) => {
    const { emulator, call, arrived } = await withConversation();
    emulator.webhooks.names({ outgoingMessage: 'on_outgoing' });
    expect((await call(name, { ...fields, disable_webhook: 1 })).status).toBe(200);
    expect(await arrived()).toEqual([]);
  });

  test.each([
    ['unassign', {}],
    ['assign-group', { group_id: 602 }],
    ['send-note', { text: 'x' }],
    ['send-message', { text: 'x' }],
    ['start', { operator_id: 99 }],
  ])('%s %j', async (name, fields) => {
    const { call, arrived } = await withConversation();
    await call(name, fields);
    expect(await arrived()).toEqual([]);
  });

  test('an incoming message, if there is no such webhook', async () => {
    const { first } = await withConversation({ incomingWebhook: 'none' });
    expect(first).toMatchObject([{ webhook: 'on_conversation_unassigned' }]);
  });

  test('a call that a fault kept from taking effect', async () => {
    const { emulator, call, arrived } = await withConversation();
    emulator.fail({ kind: 'status', status: 500 });
    await call('start');
    expect(await arrived()).toEqual([]);
    emulator.fail({ kind: 'status', status: 500, when: 'after-effect' });
    await call('start');
    expect(await arrived()).toHaveLength(1);
  });

  test('everything, without a target', async () => {
    const { emulator, call, arrived } = await withConversation();
    const before = emulator.webhooks.deliveries.length;
    emulator.webhooks.configure();
    await call('start');
    expect(await arrived()).toEqual([]);
    expect(emulator.webhooks.deliveries).toHaveLength(before);
  });
});

describe('the events without a known name', () => {
  test('are sent under the name that a test gives', async () => {
    const { emulator, call, arrived, record } = await withConversation();
    emulator.webhooks.names({ outgoingMessage: 'test_outgoing' });
    emulator.webhooks.names({ newClient: 'test_new_client' });
    await call('send-message', { text: 'Good morning' });
    await call('send-file-message', { file_url: 'https://cdn.example.com/a.pdf' });
    emulator.addConversation();
    const { from_user_id: client, to_user_id: account } = record.messages[0] ?? {};
    const flat = { webhook: 'test_outgoing', from_user_id: account, to_user_id: client };
    expect(await arrived()).toEqual([
      { ...flat, message: 'Good morning' },
      { ...flat, message: 'https://cdn.example.com/a.pdf' },
      { webhook: 'test_new_client', from_user: livechatUser },
    ]);
  });

  test('comments are no messages', async () => {
    const { emulator, client, arrived } = await blingerWithWebhooks();
    const { id, type } = emulator.addConversation({ comment: true, text: 'Nice mug' });
    expect(type).toBe('comment');
    expect(await arrived()).toMatchObject([{ webhook: 'on_conversation_unassigned' }]);
    emulator.webhooks.names({ incomingComment: 'test_in', outgoingComment: 'test_out', outgoingMessage: 'wrong' });
    emulator.receive({ conversationId: id, text: 'Is it blue?' });
    await client.post('/conversations/send-message', { conversation_id: id, text: 'It is' });
    expect(await arrived()).toMatchObject([
      { webhook: 'test_in', message: 'Is it blue?' },
      { webhook: 'test_out', message: 'It is' },
    ]);
  });
});

describe('delivery', () => {
  test('is logged with what was sent and what came back', async () => {
    const { emulator, receiver, call, arrived } = await withConversation();
    receiver.answer = (_, response) => response.writeHead(503).end();
    await call('start');
    await arrived();
    const delivery = emulator.webhooks.deliveries.at(-1);
    expect(delivery).toMatchObject({
      url: receiver.url,
      status: 503,
      payload: { webhook: 'on_conversation_assigned' },
    });
    expect(JSON.parse(delivery?.text ?? '')).toEqual(delivery?.payload);
    expect(emulator.webhooks.deliveries).toHaveLength(3);
  });

  test('sends any body of the test’s own, also one that is not JSON, or one a second time', async () => {
    const { emulator, receiver } = await withConversation();
    emulator.webhooks.send(emulator.webhooks.deliveries[0]?.payload);
    emulator.webhooks.send(blingerInvalidWebhookExample);
    await emulator.webhooks.idle();
    expect(JSON.parse(receiver.bodies[0] ?? '')).toEqual(emulator.webhooks.deliveries[0]?.payload);
    expect(receiver.bodies[1]).toBe(blingerInvalidWebhookExample);
  });

  test('reset forgets target, names and log', async () => {
    const { emulator, call, arrived } = await withConversation();
    emulator.webhooks.names({ outgoingMessage: 'test_outgoing' });
    emulator.reset();
    expect(emulator.webhooks.deliveries).toEqual([]);
    emulator.addConversation({ text: 'Hello' });
    await call('send-message', { text: 'x' });
    expect(await arrived()).toEqual([]);
  });
});

test('the documented example is not JSON, for the documented reasons', () => {
  expect(() => JSON.parse(blingerInvalidWebhookExample)).toThrow(SyntaxError);
  const withoutComments = blingerInvalidWebhookExample.replaceAll(/ \/\/ .*$/gm, '');
  expect(() => JSON.parse(withoutComments)).toThrow(SyntaxError);
  const repaired = withoutComments.replace('}\n    "messages"', '},\n    "messages"');
  expect(JSON.parse(repaired)).toMatchObject({
    webhook: 'on_conversation_closed',
    conversation: { messages: [{ id: 634 }] },
  });
});
