import { describe, expect, test } from 'vitest';
import { blinger, type Failure } from '../support/blinger.ts';
import { httpClient } from '../support/http-client.ts';

describe('the token', () => {
  test('opens every route under the header Authentication', async () => {
    const { emulator, client } = await blinger({ token: 'my-api-token' });
    expect(emulator.token).toBe('my-api-token');
    expect((await client.get('/operators/all')).status).toBe(200);
    expect(emulator.requests[0]?.headers).toMatchObject({ authentication: 'my-api-token' });
  });

  test.each([{}, { authorization: 'blinger-emulator-token' }, { authentication: '' }])(
    'is missing from the headers %j: the documented body',
    async (headers) => {
      const { emulator } = await blinger();
      const reply = await httpClient(`${emulator.url}/api`, headers as Record<string, string>).get('/operators/all');
      expect(reply).toMatchObject({ status: 401, body: { error: 'Empty token', status: 401 } });
    },
  );

  test.each(['wrong', 'Bearer blinger-emulator-token'])('%j is refused', async (authentication) => {
    const { emulator } = await blinger();
    const reply = await httpClient(`${emulator.url}/api`, { authentication }).get('/operators/all');
    expect(reply).toMatchObject({ status: 401, body: { error: 'Wrong token', status: 401 } });
  });

  test('is looked at before anything changes', async () => {
    const { emulator } = await blinger();
    const { id } = emulator.addConversation({ text: 'Hello' });
    await httpClient(`${emulator.url}/api`, {}).post('/conversations/close', { conversation_id: id });
    expect(emulator.state.conversations.at(-1)?.status).toBe('unassigned');
  });
});

describe('the envelope', () => {
  test('an unknown path and an unsupported method are not found', async () => {
    const { client } = await blinger();
    for (const reply of [await client.get('/conversations'), await client.get('/conversations/close')]) {
      expect(reply).toMatchObject({ status: 404, body: { error: 'Not found', status: 404 } });
    }
  });

  test('under always-200 errors come as HTTP 200, and only they differ', async () => {
    const { emulator, client } = await blinger({ httpStatus: 'always-200' });
    const text = await client.get('/conversations/get?conversation_id=1');
    expect(text).toMatchObject({ status: 200, body: { error: 'Conversation not found', status: 400 } });
    const fields = await client.get<Failure>('/conversations/get');
    expect(fields.status).toBe(200);
    expect(fields.body).toEqual({ error: { conversation_id: expect.any(String) }, status: 400 });
    const stranger = await httpClient(`${emulator.url}/api`, {}).get('/operators/all');
    expect(stranger).toMatchObject({ status: 200, body: { error: 'Empty token', status: 401 } });
    expect((await client.get('/operators/all')).body).toMatchObject({ status: 200, data: expect.any(Array) });
  });

  test('can be changed while the emulator runs, and reset brings back that of the start', async () => {
    const { emulator, client } = await blinger();
    const status = async () => (await client.get('/conversations/get')).status;
    emulator.setBehaviour({ httpStatus: 'always-200' });
    expect(await status()).toBe(200);
    emulator.setBehaviour({ cap: 5 });
    expect(await status()).toBe(200);
    emulator.reset();
    expect(await status()).toBe(400);
  });
});

describe('faults', () => {
  test('speak the envelope of the vendor, and nothing happens', async () => {
    const { emulator, client } = await blinger();
    const { id } = emulator.addConversation({ text: 'Hello' });
    emulator.fail({ kind: 'status', status: 503, message: 'Down', match: { path: '/api/conversations/send-message' } });
    expect((await client.get('/operators/all')).status).toBe(200);
    const reply = await client.post('/conversations/send-message', { conversation_id: id, text: 'x' });
    expect(reply).toMatchObject({ status: 503, body: { error: 'Down', status: 503 } });
    expect(emulator.state.conversations.at(-1)?.messages).toHaveLength(1);
    expect(emulator.requests[1]).toMatchObject({ fault: 'status', status: 503, body: { conversation_id: id } });
  });

  test('after the effect the message is there', async () => {
    const { emulator, client } = await blinger();
    const { id } = emulator.addConversation({ text: 'Hello' });
    emulator.fail({ kind: 'reset', when: 'after-effect' });
    await expect(client.post('/conversations/send-message', { conversation_id: id, text: 'x' })).rejects.toThrow();
    expect(emulator.state.conversations.at(-1)?.messages).toHaveLength(2);
  });
});
