import type { BrevoMessage } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { brevo, draft } from '../support/brevo.ts';
import { testClock } from '../support/clock.ts';

async function withVisitor(options: Parameters<typeof brevo>[0] = {}) {
  const clock = testClock();
  const { emulator, client } = await brevo({ seed: 'empty', now: clock.now, ...options });
  const visitorId = emulator.addVisitor({ displayedName: 'Ada' }).id;
  const stored = () => emulator.state.conversations[0]?.messages ?? [];
  return { clock, emulator, client, visitorId, stored };
}

const unknown = { code: 'document_not_found', message: 'message not found' };

describe('POST /messages', () => {
  test('writes as an agent and answers the message', async () => {
    const { emulator, client, visitorId, clock } = await withVisitor();
    const agent = emulator.state.agents[0];
    const reply = await client.post('/messages', { visitorId, text: 'Tom & <b>Ada</b>\nhi', agentId: agent?.id });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      id: expect.stringMatching(/^\w{17}$/),
      type: 'agent',
      text: 'Tom & <b>Ada</b>\nhi',
      html: 'Tom &amp; &lt;b&gt;Ada&lt;/b&gt;<br>hi',
      visitorId,
      agentId: agent?.id,
      agentName: 'Oksana Melnyk',
      agentUserpic: agent?.userpic,
      createdAt: clock.now(),
    });
  });

  test('an agent without a picture has none', async () => {
    const { emulator, client, visitorId } = await withVisitor();
    const { body } = await client.post('/messages', { visitorId, text: 'Hi', agentId: emulator.state.agents[1]?.id });
    expect(body).not.toHaveProperty('agentUserpic');
  });

  test('agentId goes together with receivedFrom, which comes back', async () => {
    const { emulator, client, visitorId } = await withVisitor();
    const { status, body } = await client.post('/messages', { visitorId, ...draft(emulator), receivedFrom: 'MyCRM' });
    expect([status, body]).toMatchObject([200, { receivedFrom: 'MyCRM' }]);
  });

  test('email, name and receivedFrom together are an identity: of a known agent, or of a new dummy', async () => {
    const { emulator, client, visitorId } = await withVisitor();
    const known = emulator.state.agents[2];
    const write = (agentEmail: string, agentName: string) =>
      client.post<BrevoMessage>('/messages', { visitorId, text: 'Hi', agentEmail, agentName, receivedFrom: 'MyCRM' });
    expect((await write('INES.benali@shop.example.com', 'I.')).body).toMatchObject({
      agentId: known?.id,
      agentName: known?.name,
    });
    const [first, second] = [await write('bot@example.com', 'Bot'), await write('bot@example.com', 'Robot')];
    expect(first.body.agentId).toBe(second.body.agentId);
    expect([first.body.agentName, second.body.agentName]).toEqual(['Bot', 'Robot']);
    expect(emulator.state.agents).toHaveLength(6);
    expect(emulator.state.agents[5]).toMatchObject({ email: 'bot@example.com', name: 'Robot', dummy: true });
  });

  test.each([
    [{}, 'agentId'],
    [{ receivedFrom: 'MyCRM' }, 'agentId'],
    [{ agentEmail: 'a@example.com' }, 'agentName'],
    [{ agentName: 'Ann', receivedFrom: 'MyCRM' }, 'agentEmail'],
    [{ agentEmail: 'a@example.com', receivedFrom: 'MyCRM' }, 'agentName'],
    [{ agentEmail: 'a@example.com', agentName: 'Ann' }, 'receivedFrom'],
  ])('the incomplete identity %j is refused', async (identity, name) => {
    const { client, visitorId, stored, emulator } = await withVisitor();
    const reply = await client.post('/messages', { visitorId, text: 'Hi', ...identity });
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({ code: 'missing_parameter', message: `${name} is missing` });
    expect(stored()).toEqual([]);
    expect(emulator.state.agents).toHaveLength(5);
  });

  test.each([
    [{ text: undefined }, 'missing_parameter', 'text is missing'],
    [{ visitorId: undefined }, 'missing_parameter', 'visitorId is missing'],
    [{ text: '' }, 'invalid_parameter', 'text is not valid'],
    [{ text: ' \n' }, 'invalid_parameter', 'text is not valid'],
    [{ text: 5 }, 'invalid_parameter', 'text is not valid'],
    [{ text: null }, 'invalid_parameter', 'text is not valid'],
    [{ visitorId: 'nobody' }, 'invalid_parameter', 'visitorId is not valid'],
    [{ agentId: 'nobody' }, 'invalid_parameter', 'agentId is not valid'],
    [{ agentEmail: 'not an address' }, 'invalid_parameter', 'agentEmail is not valid'],
    [{ file: { name: 'a.png', link: 'https://x.example.com/a.png' } }, 'invalid_parameter', 'file is not valid'],
    [{ attachments: [] }, 'invalid_parameter', 'attachments is not valid'],
    [{ html: '<b>x</b>' }, 'invalid_parameter', 'html is not valid'],
  ])('a body with %j is refused', async (change, code, message) => {
    const { emulator, client, visitorId, stored } = await withVisitor();
    const reply = await client.post('/messages', { visitorId, ...draft(emulator), ...change });
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({ code, message });
    expect(stored()).toEqual([]);
  });

  test.each(['[]', '"text"', '{', 'text=Hi'])('the body %s is refused', async (body) => {
    const { emulator } = await withVisitor();
    const headers = { 'api-key': emulator.apiKey, 'content-type': 'application/json' };
    const response = await fetch(`${emulator.url}/v3/conversations/messages`, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ code: expect.any(String), message: expect.any(String) });
  });

  test('an unknown visitor can be made instead of refused, but not by a bad call', async () => {
    const { emulator, client } = await withVisitor({ unknownVisitor: 'create' });
    expect((await client.post('/messages', { visitorId: 'ada@example.com', text: 'Hi' })).status).toBe(400);
    expect(emulator.state.conversations).toHaveLength(1);
    const reply = await client.post('/messages', { visitorId: 'ada@example.com', ...draft(emulator) });
    expect(reply).toMatchObject({ status: 200, body: { visitorId: 'ada@example.com' } });
    expect(emulator.state.conversations).toHaveLength(2);
  });

  test.each([
    ['whatsapp', 'absent', undefined],
    ['whatsapp', 'success', { isSuccess: true }],
    ['email', { error: '24 hours have passed' }, { isSuccess: false, error: '24 hours have passed' }],
    ['widget', 'success', undefined],
    ['widget', { error: 'never' }, undefined],
  ] as const)('to %s with the knob on %j the status is %j', async (source, forwardedToSourceStatus, expected) => {
    const { emulator, client } = await brevo({ seed: 'empty' });
    emulator.setBehaviour({ forwardedToSourceStatus });
    const { id } = emulator.addVisitor({ source });
    const sent = await client.post<BrevoMessage>('/messages', { visitorId: id, ...draft(emulator) });
    expect(sent.body.forwardedToSourceStatus).toEqual(expected);
    const read = await client.get<BrevoMessage>(`/messages/${sent.body.id}`);
    expect(read.body).toEqual(sent.body);
  });
});

describe('GET /messages/{id}', () => {
  test('finds messages of agents and of visitors', async () => {
    const { emulator, client, visitorId } = await withVisitor();
    const sent = await client.post<BrevoMessage>('/messages', { visitorId, ...draft(emulator) });
    const received = emulator.receive({ visitorId, text: 'Thanks' });
    expect((await client.get(`/messages/${sent.body.id}`)).body).toEqual(sent.body);
    expect((await client.get(`/messages/${received.id}`)).body).toEqual(received);
  });

  test('does not find pushed ones, nor what never was', async () => {
    const { client, visitorId } = await withVisitor();
    const pushed = await client.post<BrevoMessage>('/pushedMessages', { visitorId, text: 'Hi' });
    for (const id of [pushed.body.id, 'x', 'a%20b', 'a%2Fb']) {
      expect(await client.get(`/messages/${id}`), id).toMatchObject({ status: 404, body: unknown });
    }
  });
});

describe('PUT /messages/{id}', () => {
  test('changes text and html of an agent’s message, and nothing else', async () => {
    const { clock, emulator, client, visitorId } = await withVisitor();
    const { body: sent } = await client.post<BrevoMessage>('/messages', { visitorId, ...draft(emulator) });
    clock.advance(60_000);
    const reply = await client.put(`/messages/${sent.id}`, { text: 'At <last>' });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ ...sent, text: 'At <last>', html: 'At &lt;last&gt;' });
    expect((await client.get(`/messages/${sent.id}`)).body).toEqual(reply.body);
  });

  test('not of the visitor’s, not of a pushed one, not without a text', async () => {
    const { emulator, client, visitorId } = await withVisitor();
    const received = emulator.receive({ visitorId, text: 'Thanks' });
    const { body: pushed } = await client.post<BrevoMessage>('/pushedMessages', { visitorId, text: 'Hi' });
    const { body: sent } = await client.post<BrevoMessage>('/messages', { visitorId, ...draft(emulator) });
    const text = 'Other';
    expect(await client.put(`/messages/${received.id}`, { text })).toMatchObject({
      status: 400,
      body: { code: 'invalid_parameter' },
    });
    expect(await client.put(`/messages/${pushed.id}`, { text })).toMatchObject({ status: 404, body: unknown });
    expect(await client.put('/messages/x', { text })).toMatchObject({ status: 404, body: unknown });
    for (const body of [{}, { text: '' }, { text, agentId: sent.agentId }]) {
      expect((await client.put(`/messages/${sent.id}`, body)).status).toBe(400);
    }
    expect(emulator.state.conversations[0]?.messages.map((message) => message.text)).toEqual([
      'Thanks',
      'Hi',
      'On its way',
    ]);
  });
});

describe('DELETE /messages/{id}', () => {
  test('answers 204 without a body, and the message is gone', async () => {
    const { emulator, client, visitorId, stored } = await withVisitor();
    const { body: sent } = await client.post<BrevoMessage>('/messages', { visitorId, ...draft(emulator) });
    const reply = await client.delete(`/messages/${sent.id}`);
    expect([reply.status, reply.body]).toEqual([204, undefined]);
    expect(stored()).toEqual([]);
    expect(await client.get(`/messages/${sent.id}`)).toMatchObject({ status: 404, body: unknown });
    expect((await client.delete(`/messages/${sent.id}`)).status).toBe(404);
  });

  test('not of the visitor’s, not of a pushed one', async () => {
    const { emulator, client, visitorId, stored } = await withVisitor();
    const received = emulator.receive({ visitorId, text: 'Thanks' });
    const { body: pushed } = await client.post<BrevoMessage>('/pushedMessages', { visitorId, text: 'Hi' });
    expect((await client.delete(`/messages/${received.id}`)).status).toBe(400);
    expect((await client.delete(`/messages/${pushed.id}`)).status).toBe(404);
    expect(stored()).toHaveLength(2);
  });
});
