import type { BrevoMessage } from '@anyinbox/emulators';
import { expect, test } from 'vitest';
import { brevo, draft } from '../support/brevo.ts';

async function withVisitor() {
  const { emulator, client } = await brevo({ seed: 'empty' });
  const visitorId = emulator.addVisitor({ source: 'whatsapp' }).id;
  const push = (fields: Record<string, unknown> = {}) =>
    client.post<BrevoMessage>('/pushedMessages', { visitorId, text: 'Your parcel is here', ...fields });
  return { emulator, client, visitorId, push };
}

test('POST pushes in the name of an agent: the one given, one of the group, any', async () => {
  const { emulator, push } = await withVisitor();
  const { agents, groups } = emulator.state;
  const neither = await push();
  expect(neither.status).toBe(200);
  expect(neither.body).toMatchObject({ type: 'agent', text: 'Your parcel is here', isPushed: true });
  expect(agents.map(({ id }) => id)).toContain(neither.body.agentId);
  expect((await push({ agentId: agents[3]?.id })).body.agentId).toBe(agents[3]?.id);
  expect(groups[2]?.agentIds).toContain((await push({ groupId: groups[2]?.id })).body.agentId);
  expect((await push({ groupId: groups[2]?.id, agentId: agents[3]?.id })).body.agentId).toBe(agents[3]?.id);
});

test.each([
  [{ text: undefined }, 'missing_parameter', 'text is missing'],
  [{ visitorId: undefined }, 'missing_parameter', 'visitorId is missing'],
  [{ visitorId: 'nobody' }, 'invalid_parameter', 'visitorId is not valid'],
  [{ agentId: 'nobody' }, 'invalid_parameter', 'agentId is not valid'],
  [{ groupId: 'none' }, 'invalid_parameter', 'groupId is not valid'],
  [{ receivedFrom: 'MyCRM' }, 'invalid_parameter', 'receivedFrom is not valid'],
])('POST with %j is refused', async (change, code, message) => {
  const { push } = await withVisitor();
  const reply = await push(change);
  expect(reply.status).toBe(400);
  expect(reply.body).toEqual({ code, message });
});

test('GET finds pushed messages only', async () => {
  const { emulator, client, visitorId, push } = await withVisitor();
  const { body: pushed } = await push();
  const { body: sent } = await client.post<BrevoMessage>('/messages', { visitorId, ...draft(emulator) });
  expect((await client.get(`/pushedMessages/${pushed.id}`)).body).toEqual(pushed);
  const notFound = { status: 404, body: { message: 'message not found' } };
  for (const id of [sent.id, emulator.receive({ visitorId, text: 'Hi' }).id, 'x']) {
    expect(await client.get(`/pushedMessages/${id}`)).toMatchObject(notFound);
  }
});

test('PUT changes text and html, DELETE takes the message away', async () => {
  const { client, push } = await withVisitor();
  const { body: pushed } = await push();
  const edited = await client.put(`/pushedMessages/${pushed.id}`, { text: 'Late & sorry' });
  expect(edited.status).toBe(200);
  expect(edited.body).toEqual({ ...pushed, text: 'Late & sorry', html: 'Late &amp; sorry' });
  const gone = await client.delete(`/pushedMessages/${pushed.id}`);
  expect([gone.status, gone.body]).toEqual([204, undefined]);
  expect((await client.get(`/pushedMessages/${pushed.id}`)).status).toBe(404);
});

test('PUT and DELETE leave the messages of agents alone', async () => {
  const { emulator, client, visitorId } = await withVisitor();
  const { body: sent } = await client.post<BrevoMessage>('/messages', { visitorId, ...draft(emulator) });
  expect((await client.put(`/pushedMessages/${sent.id}`, { text: 'x' })).status).toBe(404);
  expect((await client.delete(`/pushedMessages/${sent.id}`)).status).toBe(404);
  expect((await client.get(`/messages/${sent.id}`)).body).toEqual(sent);
});

test('a failure on the way to the channel is told on pushed messages too', async () => {
  const { emulator, push } = await withVisitor();
  emulator.setBehaviour({ forwardedToSourceStatus: { error: 'blocked' } });
  expect((await push()).body.forwardedToSourceStatus).toEqual({ isSuccess: false, error: 'blocked' });
});
