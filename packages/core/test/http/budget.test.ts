import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBudget } from '../../src/http/budget.ts';
import { failure } from '../support/failure.ts';

const facts = {
  budget: { requests: 10, perMs: 1000, sendReserve: 2 },
  ban: { firstMs: 60_000, stepMs: 60_000, maxMs: 150_000 },
};

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const take = async (budget: ReturnType<typeof createBudget>, count: number, effect: 'read' | 'send' = 'read') => {
  for (let index = 0; index < count; index++) await budget.acquire(effect, 0, undefined);
};

describe('the budget', () => {
  it('keeps a reserve for sends that reads cannot eat', async () => {
    const budget = createBudget(facts, Date.now);
    await take(budget, 8);
    const refused = await failure(budget.acquire('read', 0, undefined));
    expect(refused).toMatchObject({
      code: 'budget-exhausted',
      blame: 'caller',
      outcome: 'not-sent',
      retryAfterMs: 1000,
    });
    await take(budget, 2, 'send');
    expect((await failure(budget.acquire('send', 0, undefined))).code).toBe('budget-exhausted');
    expect(budget.snapshot()).toEqual({ limit: 10, perMs: 1000, remaining: 0, sendReserve: 2, blockedForMs: 0 });
  });

  it('lets a call wait for its place when the deadline allows', async () => {
    const budget = createBudget(facts, Date.now);
    await take(budget, 8);
    let served = false;
    const waiting = budget.acquire('read', 5000, undefined).then(() => {
      served = true;
    });
    await vi.advanceTimersByTimeAsync(999);
    expect(served).toBe(false);
    await vi.advanceTimersByTimeAsync(2);
    await waiting;
    expect(served).toBe(true);
  });

  it('stops waiting at once when the caller aborts', async () => {
    const budget = createBudget(facts, Date.now);
    await take(budget, 8);
    const controller = new AbortController();
    const waiting = failure(budget.acquire('read', 5000, controller.signal));
    controller.abort('enough');
    expect(await waiting).toMatchObject({ code: 'aborted', cause: 'enough' });
  });

  it('never lets more through in any window than the vendor allows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ gap: fc.nat(400), send: fc.boolean() }), { maxLength: 80 }),
        async (calls) => {
          vi.setSystemTime(0);
          const budget = createBudget(facts, Date.now);
          const granted: number[] = [];
          for (const { gap, send } of calls) {
            vi.setSystemTime(Date.now() + gap);
            const ok = await budget.acquire(send ? 'send' : 'read', 0, undefined).then(
              () => true,
              () => false,
            );
            if (ok) granted.push(Date.now());
          }
          for (const start of granted)
            expect(granted.filter((time) => time >= start && time < start + 1000).length).toBeLessThanOrEqual(10);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('believes the vendor when others use the same account', async () => {
    const budget = createBudget(facts, Date.now);
    budget.learnRemaining(3);
    expect(budget.snapshot()?.remaining).toBe(3);
    budget.learnRemaining(9);
    budget.learnRemaining(5000);
    expect(budget.snapshot()?.remaining).toBe(3);
    await take(budget, 1);
    expect((await failure(budget.acquire('read', 0, undefined))).code).toBe('budget-exhausted');
  });

  it('stays silent while the vendor blocks, longer each time, up to the bound', async () => {
    const budget = createBudget(facts, Date.now);
    expect(budget.learnRefusal(undefined)).toBe(60_000);
    expect(await failure(budget.acquire('send', 1000, undefined))).toMatchObject({
      code: 'budget-exhausted',
      retryAfterMs: 60_000,
      message: expect.stringContaining('blocks'),
    });
    // Requests that were under way meanwhile are refused for the same breach.
    expect(budget.learnRefusal(undefined)).toBe(60_000);
    vi.setSystemTime(60_001);
    expect(budget.learnRefusal(undefined)).toBe(120_000);
    vi.setSystemTime(180_002);
    expect(budget.learnRefusal(undefined)).toBe(150_000);
    expect(budget.snapshot()?.blockedForMs).toBe(150_000);
    vi.setSystemTime(330_003);
    await take(budget, 1, 'send');
  });

  it('takes the vendor at its word for how long', async () => {
    const budget = createBudget(facts, Date.now);
    expect(budget.learnRefusal(500)).toBe(500);
    expect(budget.snapshot()?.blockedForMs).toBe(500);
  });

  it('counts nothing where the vendor documents no limit', async () => {
    const budget = createBudget(undefined, Date.now);
    await take(budget, 1000);
    budget.learnRemaining(0);
    expect(budget.learnRefusal(undefined)).toBeUndefined();
    expect(budget.snapshot()).toBeUndefined();
    await take(budget, 1);
    expect(budget.learnRefusal(300)).toBe(300);
    expect((await failure(budget.acquire('read', 0, undefined))).retryAfterMs).toBe(300);
  });
});
