import type { BrevoConversationFragment } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { brevo, brevoWithWebhooks } from '../support/brevo.ts';
import { testClock } from '../support/clock.ts';

describe('POST /agentOnlinePing', () => {
  test('answers 201 without a body and keeps the agent online for two minutes', async () => {
    const clock = testClock();
    const { emulator, client, arrived } = await brevoWithWebhooks({ now: clock.now });
    for (const agent of emulator.state.agents) agent.online = false;
    const { id: visitorId } = emulator.addVisitor();
    const available = async () => {
      emulator.receive({ visitorId, text: 'Anybody there?' });
      const fragment = (await arrived()).at(-1) as BrevoConversationFragment;
      return [!fragment.isNoAvailableAgent, !fragment.messages[0]?.isMissed];
    };
    expect(await available()).toEqual([false, false]);
    const reply = await client.post('/agentOnlinePing', { agentId: emulator.state.agents[4]?.id });
    expect([reply.status, reply.body]).toEqual([201, undefined]);
    clock.advance(119_999);
    expect(await available()).toEqual([true, true]);
    clock.advance(1);
    expect(await available()).toEqual([false, false]);
  });

  test('an unknown e-mail makes a dummy agent', async () => {
    const { emulator, client } = await brevo({ seed: 'empty' });
    const dummy = { agentEmail: 'bot@example.com', agentName: 'Bot', receivedFrom: 'MyCRM' };
    expect((await client.post('/agentOnlinePing', dummy)).status).toBe(201);
    expect(emulator.state.agents.at(-1)).toMatchObject({ email: 'bot@example.com', name: 'Bot', dummy: true });
  });

  test.each([
    [{}, 'missing_parameter'],
    [{ agentEmail: 'bot@example.com', agentName: 'Bot' }, 'missing_parameter'],
    [{ agentEmail: 'bot@example.com', receivedFrom: 'MyCRM' }, 'missing_parameter'],
    [{ agentId: 'nobody' }, 'invalid_parameter'],
    [{ agentId: 7 }, 'invalid_parameter'],
  ])('%j is refused', async (body, code) => {
    const { emulator, client } = await brevo({ seed: 'empty' });
    expect(await client.post('/agentOnlinePing', body)).toMatchObject({ status: 400, body: { code } });
    expect(emulator.state.agents).toHaveLength(5);
  });
});

describe('PUT /visitorGroup', () => {
  test('sets, changes and takes away the group of a visitor', async () => {
    const { emulator, client } = await brevo({ seed: 'empty' });
    const { id: visitorId } = emulator.addVisitor();
    const group = () => emulator.state.conversations[0]?.visitor.groupId;
    for (const { id: groupId } of emulator.state.groups) {
      const reply = await client.put('/visitorGroup', { visitorId, groupId });
      expect([reply.status, reply.body]).toEqual([200, { groupId, visitorId }]);
      expect(group()).toBe(groupId);
    }
    const reply = await client.put('/visitorGroup', { visitorId, groupId: null });
    expect([reply.status, reply.body]).toEqual([200, { groupId: null, visitorId }]);
    expect(group()).toBeUndefined();
  });

  test('an unknown visitor is not found, an unknown group not valid, and both are needed', async () => {
    const { emulator, client } = await brevo({ seed: 'empty' });
    const { id: visitorId } = emulator.addVisitor();
    const groupId = emulator.state.groups[0]?.id;
    const put = (body: object) => client.put('/visitorGroup', body);
    expect(await put({ visitorId: 'nobody', groupId })).toMatchObject({
      status: 404,
      body: { message: 'visitor not found' },
    });
    expect(await put({ visitorId, groupId: 'none' })).toMatchObject({
      status: 400,
      body: { code: 'invalid_parameter' },
    });
    expect(await put({ visitorId })).toMatchObject({ status: 400, body: { message: 'groupId is missing' } });
    expect(await put({ groupId })).toMatchObject({ status: 400, body: { message: 'visitorId is missing' } });
  });
});
