import { expect, test } from 'vitest';
import { smartsender } from '../support/emulators.ts';
import { httpClient } from '../support/http-client.ts';

test('the configured token opens every route', async () => {
  const { emulator, client } = await smartsender({ token: 'my-project-token' });
  expect(emulator.token).toBe('my-project-token');
  const me = await client.get('/me');
  expect(me.status).toBe(200);
  expect(me.body).toEqual({ name: 'Example Shop', photo: expect.stringMatching(/^https:/) });
});

test('a missing token is answered with the documented message', async () => {
  const { emulator } = await smartsender();
  const reply = await httpClient(`${emulator.url}/v1`, {}).get('/chats');
  expect(reply.status).toBe(401);
  expect(reply.body).toEqual({ error: { code: 401, message: 'Unauthenticated' } });
});

test.each(['Bearer wrong', 'smartsender-emulator-token', 'bearer'])(
  'the header %j is refused',
  async (authorization) => {
    const { emulator } = await smartsender();
    const reply = await httpClient(`${emulator.url}/v1`, { authorization }).get('/chats');
    expect(reply.status).toBe(403);
    expect(reply.body).toEqual({ error: { code: 403, message: 'Forbidden' } });
  },
);

test('without a token nothing changes', async () => {
  const { emulator } = await smartsender();
  const chat = emulator.addConversation({ text: 'Hello' });
  await httpClient(`${emulator.url}/v1`, {}).put(`/chats/${chat.id}/close`);
  expect(emulator.state.conversations.find(({ id }) => id === chat.id)?.open).toBe(true);
});

test('an unknown path and an unsupported method are not found, in the envelope', async () => {
  const { client } = await smartsender();
  for (const reply of [await client.get('/gates'), await client.delete('/chats'), await client.get('/chats/x')]) {
    expect(reply.status).toBe(404);
    expect(reply.body).toEqual({ error: { code: 404, message: 'Not Found' } });
  }
});
