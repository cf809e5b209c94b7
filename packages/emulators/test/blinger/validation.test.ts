import { describe, expect, test } from 'vitest';
import { blinger, type Failure } from '../support/blinger.ts';

const id = 7_400;
const change = { conversation_id: id };
const message = { conversation_id: id, text: 'x' };
const file = { conversation_id: id, file_url: 'https://cdn.example.com/a.pdf' };

async function withConversation() {
  const scene = await blinger({ seed: 'empty' });
  scene.emulator.addConversation({ text: 'Hello' });
  return { ...scene, before: structuredClone(scene.emulator.state) };
}

describe('a body that is wrong is refused by field, and nothing changes', () => {
  test.each([
    ['start', {}, ['conversation_id']],
    ['start', { conversation_id: String(id) }, ['conversation_id']],
    ['start', { conversation_id: id + 0.5 }, ['conversation_id']],
    ['start', { conversation_id: null }, ['conversation_id']],
    ['start', { ...change, operator_id: 'admin' }, ['operator_id']],
    ['start', { ...change, disable_webhook: true }, ['disable_webhook']],
    ['start', { ...change, group_id: 601 }, ['group_id']],
    ['close', { ...change, disable_webhook: 2 }, ['disable_webhook']],
    ['unassign', { ...change, force: 1 }, ['force']],
    ['assign-operator', change, ['operator_id']],
    ['assign-operator', {}, ['conversation_id', 'operator_id']],
    ['assign-group', change, ['group_id']],
    ['assign-group', { ...change, group_id: 601, disable_webhook: 1 }, ['disable_webhook']],
    ['send-message', change, ['text']],
    ['send-message', { ...message, text: ' \n' }, ['text']],
    ['send-message', { ...message, text: 5 }, ['text']],
    ['send-message', { ...message, file_url: 'https://cdn.example.com/a.pdf' }, ['file_url']],
    ['send-file-message', change, ['file_url']],
    ['send-file-message', { ...file, file_url: 'a.pdf' }, ['file_url']],
    ['send-file-message', { ...file, file_url: 'file:///etc/hosts' }, ['file_url']],
    ['send-file-message', { ...file, text: 'caption' }, ['text']],
    ['send-note', change, ['text']],
    ['send-note', { ...message, disable_webhook: 1 }, ['disable_webhook']],
    ['send-note', [], ['body']],
  ])('%s %j', async (call, body, fields) => {
    const { emulator, client, before } = await withConversation();
    const reply = await client.post<Failure>(`/conversations/${call}`, body);
    expect(reply.status).toBe(400);
    expect(reply.body.status).toBe(400);
    expect(Object.keys(reply.body.error).sort()).toEqual(fields);
    expect(Object.values(reply.body.error)).toEqual(fields.map(() => expect.any(String)));
    expect(emulator.state).toEqual(before);
  });

  test('in a form too', async () => {
    const { form } = await withConversation();
    const reply = await form<Failure>('/conversations/start', { conversation_id: '7400x', operator_id: '' });
    expect(Object.keys(reply.body.error).sort()).toEqual(['conversation_id', 'operator_id']);
  });
});

describe('what does not exist is refused in words', () => {
  test.each([
    ['start', { conversation_id: 1 }, 'Conversation not found'],
    ['close', { conversation_id: 21 }, 'Conversation not found'],
    ['unassign', { conversation_id: 52_000 }, 'Conversation not found'],
    ['unassign', { ...change, operator_id: 1 }, 'Operator not found'],
    ['start', { ...change, operator_id: 3_001 }, 'Operator not found'],
    ['close', { ...change, operator_id: 601 }, 'Operator not found'],
    ['assign-operator', { ...change, operator_id: 99 }, 'Operator not found'],
    ['assign-operator', { conversation_id: 1, operator_id: 21 }, 'Conversation not found'],
    ['assign-group', { ...change, group_id: 21 }, 'Group not found'],
    ['assign-group', { conversation_id: 1, group_id: 601 }, 'Conversation not found'],
    ['send-message', { ...message, conversation_id: 1 }, 'Conversation not found'],
    ['send-message', { ...message, operator_id: 99 }, 'Operator not found'],
    ['send-file-message', { ...file, operator_id: 99 }, 'Operator not found'],
    ['send-file-message', { ...file, conversation_id: 1 }, 'Conversation not found'],
    ['send-note', { ...message, operator_id: 99 }, 'Operator not found'],
    ['send-note', { ...message, conversation_id: 1 }, 'Conversation not found'],
  ])('%s %j: %s', async (call, body, error) => {
    const { emulator, client, before } = await withConversation();
    const reply = await client.post(`/conversations/${call}`, body);
    expect(reply).toMatchObject({ status: 400, body: { error, status: 400 } });
    expect(emulator.state).toEqual(before);
  });
});

describe('queries', () => {
  test.each([
    ['get', ['conversation_id']],
    ['get?conversation_id=', ['conversation_id']],
    ['get?conversation_id=abc', ['conversation_id']],
    ['get?conversation_id=0', ['conversation_id']],
    ['unassigned?group_id=x', ['group_id']],
    ['unread?operator_id=-1', ['operator_id']],
    ['not-answered?operator_id=1.5&group_id=', ['group_id', 'operator_id']],
  ])('%s is refused at %j', async (path, fields) => {
    const { client } = await withConversation();
    const reply = await client.get<Failure>(`/conversations/${path}`);
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.error).sort()).toEqual(fields);
  });

  test.each([
    ['get?conversation_id=1', 'Conversation not found'],
    ['unassigned?group_id=1', 'Group not found'],
    ['unread?operator_id=99', 'Operator not found'],
    ['not-answered?operator_id=21&group_id=1', 'Group not found'],
  ])('%s: %s', async (path, error) => {
    const { client } = await withConversation();
    expect(await client.get(`/conversations/${path}`)).toMatchObject({ status: 400, body: { error, status: 400 } });
  });

  test('unknown names are ignored', async () => {
    const { client } = await withConversation();
    expect((await client.get('/conversations/unassigned?page=2&limit=1')).body).toMatchObject({ data: [{ id }] });
  });
});
