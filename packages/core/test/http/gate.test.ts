import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createGate } from '../../src/http/gate.ts';
import { failure } from '../support/failure.ts';
import { json, serve } from '../support/server.ts';
import { toyInbox } from '../support/toy-inbox.ts';

describe('a connection under a flood', () => {
  it('does a bounded number of things at once, keeps a bounded number waiting, and refuses the rest at once', async () => {
    let running = 0;
    let most = 0;
    const { url, requests } = await serve((_request, response) => {
      most = Math.max(most, ++running);
      setTimeout(() => {
        running--;
        json(response, { id: 7 });
      }, 5);
    });
    const inbox = toyInbox(url, { maxConcurrent: 3, maxWaiting: 20 });
    const calls = Array.from({ length: 10_000 }, () =>
      inbox.messages.send('toy:1', { text: 'x' }).then(
        () => undefined,
        (error) => error,
      ),
    );
    const errors = (await Promise.all(calls)).filter((error) => error !== undefined);
    expect(most).toBe(3);
    expect(requests).toHaveLength(23);
    expect(errors).toHaveLength(9977);
    for (const error of errors)
      expect(error).toMatchObject({
        code: 'rate-limited',
        blame: 'caller',
        outcome: 'not-sent',
        retryable: true,
        attempts: 0,
      });
    // It is over as soon as the flood is.
    expect((await inbox.messages.send('toy:1', { text: 'x' })).nativeId).toBe('7');
  });

  it('lets nobody else wait: another connection is served while the flood stands', async () => {
    const slow = await serve(() => {});
    const quick = await serve((_request, response) => json(response, { id: 7 }));
    const options = { connectionId: 'flooded', timeoutMs: 1500, deadlineMs: 1500, maxWaiting: 100, maxAttempts: 1 };
    const flooded = toyInbox(slow.url, options);
    let standing = true;
    const calls = Array.from({ length: 10_000 }, () => flooded.conversations.get('flooded:1').catch(() => {}));
    const flood = Promise.all(calls).then(() => {
      standing = false;
    });
    await toyInbox(quick.url).conversations.get('toy:7');
    expect(standing).toBe(true);
    await flood;
  });

  it('lets go of whoever aborts while waiting, at once', async () => {
    const { url, requests } = await serve(() => {});
    const inbox = toyInbox(url, { maxConcurrent: 1, timeoutMs: 3000 });
    const first = new AbortController();
    const holding = failure(inbox.conversations.get('toy:1', { signal: first.signal }));
    await expect.poll(() => requests.length).toBe(1);
    const second = new AbortController();
    const waiting = failure(inbox.messages.send('toy:1', { text: 'x' }, { signal: second.signal }));
    await delay(20);
    second.abort('enough');
    expect(await waiting).toMatchObject({ code: 'aborted', cause: 'enough', outcome: 'not-sent', attempts: 0 });
    first.abort();
    await holding;
    expect(requests).toHaveLength(1);
  });

  it('gives a place back after whatever happened', async () => {
    const gate = createGate(1, 10);
    const order: number[] = [];
    const tasks = [1, 2, 3].map((task) =>
      gate.pass(undefined, async () => {
        order.push(task);
        if (task === 2) throw new Error('x');
      }),
    );
    await Promise.allSettled(tasks);
    expect(order).toEqual([1, 2, 3]);
    await failure(gate.pass(AbortSignal.abort(), async () => {}));
    expect(await gate.pass(undefined, async () => 'free')).toBe('free');
  });
});
