import { describe, expect, test } from 'vitest';
import { failureOf, startEmulated, testClock } from '../support/emulated.ts';

const soon = { deadlineMs: 1_000 };
const hour = 3_600_000;

describe('the budget of an hour', () => {
  test('reading leaves a reserve for sends, and the vendor is never provoked', async () => {
    const clock = testClock();
    const { inbox, emulator, conversationId } = await startEmulated({ now: clock.now, inbox: soon });
    const sent = await inbox.messages.send(conversationId, { text: 'Hi' });
    for (let count = 1; count < 80; count++) await inbox.messages.get(sent.id);
    expect(await failureOf(inbox.messages.get(sent.id))).toMatchObject({ code: 'budget-exhausted', attempts: 0 });
    expect(await failureOf(inbox.agents.setOnline({ agentId: 'mail:x' }))).toMatchObject({ code: 'budget-exhausted' });
    for (let count = 0; count < 20; count++) await inbox.messages.send(conversationId, { text: `Reply ${count}` });
    expect(await failureOf(inbox.messages.send(conversationId, { text: 'x' }))).toMatchObject({
      code: 'budget-exhausted',
      outcome: 'not-sent',
      retryAfterMs: hour,
    });
    expect(emulator.requests).toHaveLength(100);
    expect(emulator.requests.every(({ status }) => status === 200)).toBe(true);
    expect(inbox.budget()).toMatchObject({ limit: 100, perMs: hour, remaining: 0, sendReserve: 20 });
    clock.advance(hour + 1);
    await expect(inbox.messages.get(sent.id)).resolves.toBeDefined();
  });

  test('is larger on a larger plan', async () => {
    const { inbox } = await startEmulated({ plan: 'extended', inbox: { options: { plan: 'extended' } } });
    expect(inbox.budget()).toMatchObject({ limit: 600, remaining: 600 });
  });

  test('is what the vendor says is left: others use the same account', async () => {
    const { inbox, emulator, agentId } = await startEmulated({ now: testClock().now });
    const headers = { 'api-key': emulator.apiKey };
    for (let count = 0; count < 30; count++) await fetch(`${emulator.url}/v3/conversations/messages/none`, { headers });
    await inbox.agents.setOnline({ agentId });
    expect(inbox.budget()).toMatchObject({ limit: 100, remaining: 69 });
  });
});

describe('when the vendor blocks', () => {
  test('its own reset is obeyed, in seconds from now, and nothing is asked before', async () => {
    const clock = testClock();
    const { inbox, emulator, conversationId, requests } = await startEmulated({ now: clock.now, inbox: soon });
    emulator.fail({ kind: 'status', status: 429, headers: { 'x-sib-ratelimit-reset': '1800' } });
    expect(await failureOf(inbox.messages.send(conversationId, { text: 'Hi' }))).toMatchObject({
      code: 'rate-limited',
      outcome: 'not-sent',
      retryable: true,
      retryAfterMs: 1_800_000,
      attempts: 1,
    });
    expect(requests()).toHaveLength(1);
    clock.advance(1_790_000);
    expect(await failureOf(inbox.messages.get('mail:agent:x'))).toMatchObject({
      code: 'budget-exhausted',
      attempts: 0,
    });
    expect(requests()).toEqual([]);
    clock.advance(10_000);
    await expect(inbox.messages.send(conversationId, { text: 'Hi' })).resolves.toBeDefined();
  });

  test('for a moment, the call waits that long and is repeated once', async () => {
    const { inbox, emulator, conversationId, requests } = await startEmulated();
    emulator.fail({ kind: 'status', status: 429, headers: { 'x-sib-ratelimit-reset': '1' } });
    const startedAt = performance.now();
    await inbox.messages.send(conversationId, { text: 'Hi' });
    expect(performance.now() - startedAt).toBeGreaterThan(950);
    expect(requests()).toHaveLength(2);
  });

  test('without saying how long, it is left alone for a minute', async () => {
    const { inbox, emulator, conversationId, requests } = await startEmulated({ now: testClock().now });
    emulator.fail({ kind: 'status', status: 429, times: 9 });
    expect(await failureOf(inbox.messages.send(conversationId, { text: 'Hi' }))).toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 60_000,
      attempts: 1,
    });
    expect(requests()).toHaveLength(1);
  });

  test('the emulated vendor’s own refusal is understood', async () => {
    const { inbox, emulator, conversationId } = await startEmulated({
      now: testClock().now,
      inbox: { ...soon, options: { plan: 'extended' } },
    });
    const headers = { 'api-key': emulator.apiKey };
    for (let count = 0; count < 100; count++)
      await fetch(`${emulator.url}/v3/conversations/messages/none`, { headers });
    expect(await failureOf(inbox.messages.send(conversationId, { text: 'Hi' }))).toMatchObject({
      code: 'rate-limited',
      status: 429,
      outcome: 'not-sent',
      retryAfterMs: hour,
    });
  });
});
