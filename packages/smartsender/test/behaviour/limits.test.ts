import { describe, expect, test } from 'vitest';
import { chatOf, failureOf, startEmulated } from '../support/emulated.ts';

function testClock() {
  let time = Date.UTC(2026, 10, 20, 12);
  return {
    now: () => time,
    advance(ms: number) {
      time += ms;
    },
  };
}

describe('when the vendor blocks', () => {
  test('nothing more is asked until the block ends, and each block is longer', async () => {
    const clock = testClock();
    const { inbox, emulator, requests } = await startEmulated({
      now: clock.now,
      rateLimit: false,
      // Core waits within its deadline: here it gives up at once.
      inbox: { deadlineMs: 1_000 },
    });
    const block = () => emulator.fail({ kind: 'status', status: 429 });

    block();
    expect(await failureOf(inbox.channels.list())).toMatchObject({
      code: 'rate-limited',
      retryable: true,
      retryAfterMs: 60_000,
    });
    expect(requests()).toHaveLength(1);
    clock.advance(10_000);
    const whileBlocked = await failureOf(inbox.messages.send(`bots:${chatOf(emulator).id}`, { text: 'Hi' }));
    expect(whileBlocked).toMatchObject({ code: 'budget-exhausted', outcome: 'not-sent', attempts: 0 });
    expect(whileBlocked.retryAfterMs).toBe(50_000);
    expect(requests()).toEqual([]);

    clock.advance(50_000);
    expect((await inbox.channels.list()).items.length).toBeGreaterThan(0);
    block();
    expect(await failureOf(inbox.channels.list())).toMatchObject({ code: 'rate-limited', retryAfterMs: 120_000 });
  });
});

describe('the budget of 180 a minute', () => {
  test('listing leaves a reserve for sends, and the vendor is never provoked', async () => {
    const clock = testClock();
    const { inbox, emulator } = await startEmulated({ now: clock.now, inbox: { deadlineMs: 1_000 } });
    const chat = chatOf(emulator);
    await inbox.conversations.list();
    for (let count = 1; count < 162; count++) await inbox.channels.get('bots:118');
    expect(await failureOf(inbox.channels.get('bots:118'))).toMatchObject({ code: 'budget-exhausted' });
    for (let count = 0; count < 18; count++) await inbox.messages.send(`bots:${chat.id}`, { text: `Reply ${count}` });
    expect(await failureOf(inbox.messages.send(`bots:${chat.id}`, { text: 'x' }))).toMatchObject({
      code: 'budget-exhausted',
      outcome: 'not-sent',
    });
    expect(emulator.requests).toHaveLength(180);
    expect(emulator.requests.every(({ status }) => status === 200)).toBe(true);
    clock.advance(60_001);
    await expect(inbox.channels.get('bots:118')).resolves.toBeDefined();
  });

  test('what the vendor says is left counts: others may use the same project', async () => {
    const clock = testClock();
    const { inbox, emulator } = await startEmulated({ now: clock.now, inbox: { deadlineMs: 1_000 } });
    for (let count = 0; count < 30; count++) {
      await fetch(`${emulator.url}/v1/me`, { headers: { authorization: `Bearer ${emulator.token}` } });
    }
    await inbox.channels.list();
    expect(inbox.budget()).toMatchObject({ limit: 180, remaining: 149, sendReserve: 18 });
  });
});
