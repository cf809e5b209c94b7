import { expect, test } from 'vitest';
import { brevo, draft } from '../support/brevo.ts';
import { httpClient } from '../support/http-client.ts';

test('the configured key opens the API', async () => {
  const { emulator, client } = await brevo({ apiKey: 'xkeysib-mine' });
  expect(emulator.apiKey).toBe('xkeysib-mine');
  expect((await client.post('/agentOnlinePing', { agentId: emulator.state.agents[0]?.id })).status).toBe(201);
});

test('without a credential the answer is the one that was seen', async () => {
  const { emulator } = await brevo();
  const reply = await httpClient(`${emulator.url}/v3/conversations`, {}).get('/messages/x');
  expect(reply.status).toBe(401);
  expect(reply.body).toEqual({ message: 'authentication not found in headers', code: 'unauthorized' });
  expect(reply.headers.get('sib-request-id')).toMatch(/^[\da-f]{32}$/);
});

test.each([
  ['api-key', 'wrong'],
  ['partner-key', 'xkeysib-emulator-key'],
  ['authorization', 'xkeysib-emulator-key'],
  ['authorization', 'Bearer xkeysib-emulator-key'],
  ['authorization', 'Bearer '],
])('the header %s: %s is refused', async (name, value) => {
  const { emulator } = await brevo();
  const reply = await httpClient(`${emulator.url}/v3/conversations`, { [name]: value }).get('/messages/x');
  expect(reply).toMatchObject({ status: 401, body: { code: 'unauthorized', message: expect.any(String) } });
});

test('a wrong key is refused next to a good bearer', async () => {
  const { emulator } = await brevo();
  emulator.state.accessTokens.push({ token: 'good', scopes: ['conversations:read'], expiresAt: Date.now() + 1_000 });
  const headers = { 'api-key': 'wrong', authorization: 'Bearer good' };
  expect((await httpClient(`${emulator.url}/v3/conversations`, headers).get('/messages/x')).status).toBe(401);
});

test('without a credential nothing changes', async () => {
  const { emulator } = await brevo({ seed: 'empty' });
  const { id } = emulator.addVisitor();
  const stranger = httpClient(`${emulator.url}/v3/conversations`, {});
  expect((await stranger.post('/messages', { visitorId: id, ...draft(emulator) })).status).toBe(401);
  expect(emulator.state.conversations[0]?.messages).toEqual([]);
});

test('there is nothing to list: reading is by webhook', async () => {
  const { client } = await brevo();
  const lists = ['', '/messages', '/messages/', '/pushedMessages', '/visitors', '/agents', '/groups', '/visitorGroup'];
  for (const path of lists) {
    const reply = await client.get(path);
    expect(reply, path).toMatchObject({ status: 404, body: { code: 'document_not_found', message: 'Not found' } });
  }
  expect((await client.patch('/messages/x', {})).status).toBe(404);
});
