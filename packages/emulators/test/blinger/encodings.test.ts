import { describe, expect, test } from 'vitest';
import { blinger, type Failure, type Success } from '../support/blinger.ts';

async function withConversation(options: Parameters<typeof blinger>[0] = {}) {
  const scene = await blinger({ seed: 'empty', ...options });
  const { id } = scene.emulator.addConversation({ text: 'Hello' });
  const body = { conversation_id: id, text: 'Good morning', disable_webhook: 1 };
  const fields = { conversation_id: String(id), text: 'Good morning', disable_webhook: '1' };
  return { ...scene, body, fields, path: '/conversations/send-message' };
}

describe('both encodings are understood', () => {
  test('with the same effect', async () => {
    const { emulator, client, form, path, body, fields } = await withConversation();
    const replies = [await client.post<Success>(path, body), await form<Success>(path, fields)];
    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 200, body: { status: 200, data: { last_message: 'Good morning' } } });
    }
    expect(emulator.state.conversations[0]?.messages).toHaveLength(3);
  });

  test('and the log shows the fields of a form', async () => {
    const { emulator, form, path, fields } = await withConversation();
    await form(path, fields);
    expect(emulator.requests[0]?.body).toEqual(fields);
  });

  test('a text of digits stays a text in a form', async () => {
    const { form, path, fields } = await withConversation();
    const reply = await form<Success>(path, { ...fields, text: '12345' });
    expect(reply.body.data.last_message).toBe('12345');
  });
});

describe('only one', () => {
  test.each([
    ['json', 200, 400],
    ['form', 400, 200],
  ] as const)('%s: JSON is answered %i, a form %i', async (encoding, asJson, asForm) => {
    const { client, form, path, body, fields } = await withConversation({ encoding });
    expect((await client.post(path, body)).status).toBe(asJson);
    expect((await form(path, fields)).status).toBe(asForm);
  });

  test('no body at all is a matter of the missing fields', async () => {
    const { client, path } = await withConversation({ encoding: 'form' });
    const reply = await client.post<Failure>(path);
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.error).sort()).toEqual(['conversation_id', 'text']);
  });
});

test.each([
  ['application/json', '{"conversation_id":'],
  ['text/plain', '{"conversation_id":7400}'],
  ['multipart/form-data; boundary=x', '--x--'],
])('a body of type %s that reads %s is refused in words', async (type, text) => {
  const { emulator, path } = await withConversation();
  const response = await fetch(`${emulator.url}/api${path}`, {
    method: 'POST',
    headers: { authentication: emulator.token, 'content-type': type },
    body: text,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: 'The request body cannot be read', status: 400 });
});
