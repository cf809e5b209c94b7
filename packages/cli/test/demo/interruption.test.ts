import { expect, test } from 'vitest';
import { playDemo } from '../support/play-demo.ts';

test('an interruption ends the call in flight, closes the emulators and has its own exit code', async () => {
  const interruption = new AbortController();
  let interruptedAt = Number.NaN;
  const { exitCode, errors, accounts } = await playDemo(({ acmeSmartsender }) => {
    acmeSmartsender.fail({ kind: 'delay', ms: 30_000, match: { path: '/v1/chats' } });
    const waiting = setInterval(() => {
      if (acmeSmartsender.requests.length === 0) return;
      clearInterval(waiting);
      interruptedAt = performance.now();
      interruption.abort();
    }, 5);
  }, interruption.signal);
  expect(exitCode).toBe(130);
  expect(errors).toBe('Interrupted.\n');
  expect(performance.now() - interruptedAt).toBeLessThan(5_000);
  expect(accounts.acmeSmartsender.requests).toHaveLength(1);
  await expect(fetch(accounts.acmeSmartsender.url)).rejects.toThrow();
});

test('interrupted before it began, it makes no request', async () => {
  const { exitCode, accounts } = await playDemo(() => {}, AbortSignal.abort());
  expect(exitCode).toBe(130);
  expect(accounts.acmeSmartsender.requests).toEqual([]);
});
