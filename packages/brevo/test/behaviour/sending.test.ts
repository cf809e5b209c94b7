import { describe, expect, test } from 'vitest';
import { failureOf, messagesOf, startEmulated } from '../support/emulated.ts';

describe('writing as an agent', () => {
  test('the message is there, and can be read, edited and deleted through its id', async () => {
    const scene = await startEmulated();
    const { inbox, conversationId, agentId, requests } = scene;
    const sent = await inbox.messages.send(conversationId, { text: 'Yes, 3 are left' });
    expect(sent).toMatchObject({
      conversationId,
      direction: 'outbound',
      author: { kind: 'agent', id: agentId, name: scene.agent.name },
      text: 'Yes, 3 are left',
      delivery: { state: 'unknown' },
      provenance: { source: 'send', complete: true },
    });
    expect(messagesOf(scene).at(-1)).toMatchObject({ text: 'Yes, 3 are left', receivedFrom: 'anyinbox' });

    expect(await inbox.messages.get(sent.id)).toMatchObject({ id: sent.id, conversationId, text: 'Yes, 3 are left' });
    await inbox.messages.edit(sent.id, { text: 'Yes, 2 are left' });
    expect(await inbox.messages.get(sent.id)).toMatchObject({ id: sent.id, text: 'Yes, 2 are left' });
    await inbox.messages.delete(sent.id);
    expect(messagesOf(scene)).toHaveLength(1);
    expect(await failureOf(inbox.messages.get(sent.id))).toMatchObject({ code: 'not-found', status: 404 });

    const id = sent.nativeId.replace('agent:', '');
    const one = `/v3/conversations/messages/${id}`;
    expect(requests()).toEqual([
      'POST /v3/conversations/messages',
      `GET ${one}`,
      `PUT ${one}`,
      `GET ${one}`,
      `DELETE ${one}`,
      `GET ${one}`,
    ]);
  });

  test('as a person whom the vendor does not know', async () => {
    const scene = await startEmulated();
    const as = { name: 'Iwo', email: 'iwo@example.com' };
    const sent = await scene.inbox.messages.send(scene.conversationId, { text: 'Hi' }, { as });
    expect(sent.author).toMatchObject({ kind: 'agent', name: 'Iwo' });
    expect(scene.emulator.state.agents.at(-1)).toMatchObject({ email: 'iwo@example.com', dummy: true });
  });

  test('as another agent than the configured one', async () => {
    const scene = await startEmulated();
    const [, other] = scene.emulator.state.agents;
    const as = { agentId: `mail:${other?.id}` };
    const sent = await scene.inbox.messages.send(scene.conversationId, { text: 'Hi' }, { as });
    expect(sent.author).toMatchObject({ id: as.agentId, name: other?.name });
  });

  test('whether an outside channel took it is told by the delivery', async () => {
    const { inbox, emulator } = await startEmulated({ forwardedToSourceStatus: 'success' });
    const { visitorId } = emulator.startConversation({ source: 'whatsapp', text: 'Hello' });
    const say = () => inbox.messages.send(`mail:${visitorId}`, { text: 'Hi' });
    expect((await say()).delivery).toEqual({ state: 'sent' });
    emulator.setBehaviour({ forwardedToSourceStatus: { error: 'RECIPIENT_BLOCKED' } });
    expect((await say()).delivery).toEqual({ state: 'failed', reason: 'RECIPIENT_BLOCKED' });
    emulator.setBehaviour({ forwardedToSourceStatus: { error: 'Vera Lamp blocked you' } });
    expect((await say()).delivery).toEqual({ state: 'failed' });
  });
});

describe('an automated message', () => {
  test('is pushed, and can be read, edited and deleted through its id', async () => {
    const scene = await startEmulated();
    const { inbox, conversationId, agentId, requests } = scene;
    const sent = await inbox.messages.send(conversationId, { text: 'Your order left', automated: true });
    expect(sent).toMatchObject({ direction: 'outbound', author: { kind: 'agent', id: agentId }, automated: true });
    expect(messagesOf(scene).at(-1)).toMatchObject({ isPushed: true });

    await inbox.messages.edit(sent.id, { text: 'Your order is there' });
    expect(await inbox.messages.get(sent.id)).toMatchObject({ id: sent.id, text: 'Your order is there' });
    await inbox.messages.delete(sent.id);
    expect(messagesOf(scene)).toHaveLength(1);

    const one = `/v3/conversations/pushedMessages/${sent.nativeId.replace('pushed:', '')}`;
    expect(requests()).toEqual(['POST /v3/conversations/pushedMessages', `PUT ${one}`, `GET ${one}`, `DELETE ${one}`]);
  });

  test('may be by a group', async () => {
    const scene = await startEmulated();
    const group = scene.emulator.state.groups.at(-1);
    const sent = await scene.inbox.messages.send(scene.conversationId, {
      text: 'Your order left',
      automated: true,
      providerOptions: { brevo: { groupId: group?.id } },
    });
    expect(group?.agentIds.map((id) => `mail:${id}`)).toContain(sent.author.id);
    expect(sent.author.id).not.toBe(scene.agentId);
  });
});

describe('who writes', () => {
  test('nobody is named: nothing is sent', async () => {
    const { inbox, conversationId, requests } = await startEmulated({ inbox: { options: { agent: undefined } } });
    expect(await failureOf(inbox.messages.send(conversationId, { text: 'Hi' }))).toMatchObject({
      code: 'invalid-request',
      outcome: 'not-sent',
      attempts: 0,
      message: expect.stringContaining('options.agent'),
      hint: expect.stringContaining('as: { agentId }'),
    });
    expect(requests()).toEqual([]);
  });

  test.each([
    ['as', { name: 'Iwo' }],
    ['as', { email: 'iwo@example.com' }],
    ['as', { agentId: 'mail:a', name: 'Iwo' }],
    ['as', {}],
    ['as.email', { name: 'Iwo', email: 'iwo' }],
    ['as.name', { name: ' ', email: 'iwo@example.com' }],
    ['as.agentId', { agentId: 'mail:' }],
  ])('%s: %j is not wholly somebody', async (field, as) => {
    const { inbox, conversationId, requests } = await startEmulated();
    const error = await failureOf(inbox.messages.send(conversationId, { text: 'Hi' }, { as: as as never }));
    expect(error).toMatchObject({ code: 'invalid-request', outcome: 'not-sent' });
    expect(error.message).toContain(field);
    expect(error.message).not.toContain('Iwo');
    expect(requests()).toEqual([]);
  });

  test('an agent of another connection is nobody here', async () => {
    const { inbox, conversationId, requests } = await startEmulated();
    const as = { agentId: 'other:a1' };
    expect(await failureOf(inbox.messages.send(conversationId, { text: 'Hi' }, { as }))).toMatchObject({
      code: 'unknown-connection',
    });
    expect(requests()).toEqual([]);
  });

  test('an automated message is not by a person', async () => {
    const { inbox, conversationId, requests } = await startEmulated();
    const as = { name: 'Iwo', email: 'iwo@example.com' };
    const send = inbox.messages.send(conversationId, { text: 'Hi', automated: true }, { as });
    expect(await failureOf(send)).toMatchObject({ code: 'unsupported', outcome: 'not-sent' });
    expect(requests()).toEqual([]);
  });
});

describe('a send that fails', () => {
  test('with 500 is unknown, and is not repeated', async () => {
    const { inbox, emulator, conversationId, requests } = await startEmulated();
    emulator.fail({ kind: 'status', status: 500, times: 9 });
    for (const automated of [false, true]) {
      const error = await failureOf(inbox.messages.send(conversationId, { text: 'Hi', automated }));
      expect(error).toMatchObject({ code: 'provider-unavailable', outcome: 'unknown', retryable: false, attempts: 1 });
      expect(requests()).toHaveLength(1);
    }
  });

  test.each([
    ['an agent', { text: 'Hi' }, { as: { agentId: 'mail:nobody' } }],
    ['a group', { text: 'Hi', automated: true, providerOptions: { brevo: { groupId: 'nobody' } } }, {}],
  ])('because the vendor does not know %s is not sent', async (_, draft, options) => {
    const { inbox, conversationId } = await startEmulated();
    const error = await failureOf(inbox.messages.send(conversationId, draft, options));
    expect(error).toMatchObject({
      code: 'invalid-request',
      outcome: 'not-sent',
      status: 400,
      vendorCode: 'invalid_parameter',
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  test('to a visitor whom the vendor does not know is not sent', async () => {
    const { inbox } = await startEmulated();
    expect(await failureOf(inbox.messages.send('mail:nobody', { text: 'Hi' }))).toMatchObject({
      code: 'invalid-request',
      outcome: 'not-sent',
    });
  });

  test.each([
    [{ text: 'no id' }, 'sent'],
    [['x'], 'sent'],
    [{ code: 'x', message: 'an error on 200' }, 'unknown'],
    ['', 'unknown'],
    ['<html>proxy</html>', 'unknown'],
  ])('the answer %j leaves it %s', async (body, outcome) => {
    const { inbox, emulator, conversationId, requests } = await startEmulated();
    emulator.fail({ kind: 'body', body, when: 'after-effect' });
    const error = await failureOf(inbox.messages.send(conversationId, { text: 'Hi' }));
    expect(error).toMatchObject({ outcome, retryable: false });
    expect(requests()).toHaveLength(1);
  });

  test('a correction that throws says that it was sent', async () => {
    const text = (raw: unknown): string => {
      throw new Error(`cannot read ${JSON.stringify(raw)}`);
    };
    const { inbox, conversationId } = await startEmulated({ inbox: { normalize: { message: { text } } } });
    const error = await failureOf(inbox.messages.send(conversationId, { text: 'Secret words' }));
    expect(error).toMatchObject({ code: 'invalid-config', outcome: 'sent' });
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain('Secret');
  });
});
