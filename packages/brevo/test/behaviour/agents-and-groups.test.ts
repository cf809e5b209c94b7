import { describe, expect, test } from 'vitest';
import { failureOf, startEmulated, testClock } from '../support/emulated.ts';

describe('keeping an agent online', () => {
  test('by id, or as a person', async () => {
    const clock = testClock();
    const { inbox, emulator, agent, agentId } = await startEmulated({ now: clock.now });
    await inbox.agents.setOnline({ agentId });
    await inbox.agents.setOnline({ name: 'Iwo', email: 'iwo@example.com' });
    const online = emulator.state.agents.filter(({ onlineUntil }) => onlineUntil > clock.now());
    expect(online.map(({ email }) => email)).toEqual([agent.email, 'iwo@example.com']);
  });

  test.each([{ agentId: 'mail: ' }, { name: 'Iwo', email: 'iwo' }])('%j is nobody', async (agent) => {
    const { inbox, requests } = await startEmulated();
    expect(await failureOf(inbox.agents.setOnline(agent))).toMatchObject({ code: 'invalid-request', attempts: 0 });
    expect(requests()).toEqual([]);
  });
});

describe('assigning to a group', () => {
  test('puts the visitor into it', async () => {
    const { inbox, emulator, visitorId, conversationId } = await startEmulated();
    const groupId = emulator.state.groups[1]?.id;
    await inbox.conversations.assign(conversationId, { groupId: `mail:${groupId}` });
    const seen = emulator.state.conversations.find(({ visitor }) => visitor.id === visitorId);
    expect(seen?.visitor.groupId).toBe(groupId);
    await inbox.native.visitorGroup({ visitorId, groupId: null });
    expect(seen?.visitor.groupId).toBeUndefined();
  });

  test('a visitor or a group that is not there', async () => {
    const { inbox, emulator, conversationId } = await startEmulated();
    const group = { groupId: `mail:${emulator.state.groups[0]?.id}` };
    expect(await failureOf(inbox.conversations.assign('mail:nobody', group))).toMatchObject({
      code: 'not-found',
      outcome: 'not-sent',
    });
    expect(await failureOf(inbox.conversations.assign('mail:', group))).toMatchObject({ code: 'invalid-request' });
    expect(await failureOf(inbox.conversations.assign(conversationId, { groupId: 'mail:none' }))).toMatchObject({
      code: 'invalid-request',
    });
  });

  test.each([{ groupId: 'another' }, { groupId: null }])('is not done when the answer is %j', async (body) => {
    const { inbox, emulator, conversationId } = await startEmulated();
    emulator.fail({ kind: 'body', body });
    expect(await failureOf(inbox.conversations.assign(conversationId, { groupId: 'mail:g1' }))).toMatchObject({
      code: 'conflict',
      outcome: 'unknown',
    });
  });

  test.each([{}, { groupId: { id: 'g1' } }, { groupId: 7 }])('is done when the answer is %j', async (body) => {
    const { inbox, emulator, conversationId } = await startEmulated();
    emulator.fail({ kind: 'body', body });
    await expect(inbox.conversations.assign(conversationId, { groupId: 'mail:g1' })).resolves.toBeUndefined();
  });
});
