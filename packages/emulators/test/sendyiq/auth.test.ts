import { expect, test } from 'vitest';
import { sendyiq } from '../support/emulators.ts';
import { httpClient } from '../support/http-client.ts';

const root = '/api/v1/store/integrations';

test('the configured key opens every route', async () => {
  const { emulator, client } = await sendyiq({ apiKey: 'k1.s1' });
  expect(emulator.apiKey).toBe('k1.s1');
  expect((await client.get('/social/channels')).status).toBe(200);
});

test('the default key has the documented form', async () => {
  const { emulator } = await sendyiq();
  expect(emulator.apiKey).toMatch(/^[^.]+\.[^.]+$/);
});

test.each([{}, { 'x-api-key': 'emulator-key.wrong' }, { authorization: 'Bearer emulator-key.emulator-secret' }])(
  '%j is refused in the envelope and changes nothing',
  async (headers) => {
    const { emulator } = await sendyiq();
    const id = emulator.addConversation().id;
    const reply = await httpClient(emulator.url + root, headers).post(`/chat/conversations/${id}/resolve`);
    expect(reply.status).toBe(401);
    expect(reply.body).toEqual({ errors: {}, message: expect.any(String) });
    expect(emulator.state.conversations.find((conversation) => conversation.id === id)?.status).toBe('Open');
  },
);

test('unknown paths are not found, in the envelope', async () => {
  const { emulator, client } = await sendyiq();
  expect(await client.get('/chat/channels')).toMatchObject({ status: 404, body: { errors: {} } });
  expect((await client.put('/social/channels', {})).status).toBe(404);
  expect((await httpClient(emulator.url, { 'x-api-key': emulator.apiKey }).get('/chat/conversations')).status).toBe(
    404,
  );
});
