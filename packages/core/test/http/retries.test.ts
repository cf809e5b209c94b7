import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createInbox, type RequestEvent, type RetryEvent } from '@anyinbox/core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { failure } from '../support/failure.ts';
import { json, serve } from '../support/server.ts';
import { toyInbox } from '../support/toy-inbox.ts';
import { toy } from '../support/toy-provider.ts';

const failing = (times: number, status: number, headers = {}) =>
  serve((_request, response, count) =>
    count <= times ? json(response, {}, status, headers) : json(response, { id: 7 }),
  );

describe('repeating', () => {
  it('a read and a repeatable write until they pass', async () => {
    const first = await failing(2, 503);
    expect((await toyInbox(first.url).conversations.get('toy:7')).nativeId).toBe('7');
    expect(first.requests).toHaveLength(3);
    const second = await failing(1, 500);
    await toyInbox(second.url).conversations.close('toy:7');
    expect(second.requests).toHaveLength(2);
  });

  it('a send never after the vendor may have taken it', async () => {
    const { url, requests } = await failing(1, 500);
    expect(await failure(toyInbox(url).messages.send('toy:1', { text: 'x' }))).toMatchObject({
      outcome: 'unknown',
      attempts: 1,
    });
    expect(requests).toHaveLength(1);
  });

  it('a send that the vendor refused for its limit, when the limit ends', async () => {
    const { url, requests } = await failing(1, 429, { 'x-reset': '1' });
    const startedAt = Date.now();
    expect((await toyInbox(url).messages.send('toy:1', { text: 'x' })).nativeId).toBe('7');
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(990);
    expect(requests).toHaveLength(2);
  });

  it('not when the limit ends after the deadline; further calls stay at home', async () => {
    const { url, requests } = await failing(9, 429, { 'retry-after': '300' });
    const inbox = toyInbox(url);
    expect(await failure(inbox.conversations.get('toy:1'))).toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 300_000,
      retryable: true,
    });
    const next = await failure(inbox.messages.send('toy:1', { text: 'x' }));
    expect(next).toMatchObject({ code: 'budget-exhausted', outcome: 'not-sent', attempts: 0, retryable: true });
    expect(requests).toHaveLength(1);
    expect(inbox.budget()?.blockedForMs).toBeGreaterThan(290_000);
  });

  it('gives up after the attempts it was given, and says how many', async () => {
    const { url, requests } = await failing(9, 502);
    expect(await failure(toyInbox(url, { maxAttempts: 3 }).conversations.get('toy:1'))).toMatchObject({
      attempts: 3,
      status: 502,
    });
    expect(requests).toHaveLength(3);
  });

  it('keeps in mind that an earlier attempt may have passed', async () => {
    const { url } = await serve((_request, response, count) => json(response, {}, count === 1 ? 500 : 404));
    expect(await failure(toyInbox(url).conversations.close('toy:1'))).toMatchObject({
      code: 'not-found',
      outcome: 'unknown',
    });
  });

  it('counts what the vendor says is left', async () => {
    const { url } = await serve((_request, response) => json(response, { id: 1 }, 200, { 'x-left': '12' }));
    const inbox = toyInbox(url);
    expect(inbox.budget()).toMatchObject({ limit: 100, remaining: 100, sendReserve: 10 });
    await inbox.conversations.get('toy:1');
    expect(inbox.budget()?.remaining).toBe(12);
  });

  it('within a limit that depends on the configuration', async () => {
    const limits = ({ options }: { options: { baseUrl?: string | undefined } }) => ({
      budget: { requests: options.baseUrl?.includes('127') ? 2 : 1, perMs: 60_000, sendReserve: 1 },
    });
    const { url } = await serve((_request, response) => json(response, { id: 1 }));
    const provider = { ...toy, transport: { ...toy.transport, limits } };
    const inbox = createInbox(provider, { credentials: { token: 'x' }, options: { baseUrl: url }, deadlineMs: 5000 });
    await inbox.conversations.get('toy:1');
    expect(await failure(inbox.conversations.get('toy:1'))).toMatchObject({ code: 'budget-exhausted' });
    await inbox.messages.send('toy:1', { text: 'x' });
    await inbox.close();
  });
});

describe('the diagnostics channels', () => {
  it('tell of every attempt and every wait, without ids or contents', async () => {
    const events: unknown[] = [];
    const listen = (event: unknown, name: string | symbol) => events.push([name, event]);
    for (const name of ['anyinbox:request', 'anyinbox:retry']) {
      subscribe(name, listen);
      onTestFinished(() => {
        unsubscribe(name, listen);
      });
    }
    const { url } = await failing(1, 503);
    await toyInbox(url, { connectionId: 'shop' }).conversations.get('shop:7');
    const common = {
      provider: 'toy',
      connectionId: 'shop',
      operation: 'conversations.get',
      method: 'GET',
      path: '/conversations/{id}',
    };
    const timed = { durationMs: expect.any(Number), serverTime: expect.any(Number) };
    expect(events).toEqual([
      [
        'anyinbox:request',
        { ...common, ...timed, attempt: 1, status: 503, code: 'provider-unavailable', outcome: 'unknown' },
      ],
      [
        'anyinbox:retry',
        {
          ...common,
          durationMs: expect.any(Number),
          attempt: 1,
          code: 'provider-unavailable',
          delayMs: expect.any(Number),
        } satisfies RetryEvent,
      ],
      ['anyinbox:request', { ...common, ...timed, attempt: 2, status: 200 } satisfies RequestEvent],
    ]);
  });

  it('count one breach when the vendor refuses many at once', async () => {
    const { url } = await serve((_request, response) => json(response, {}, 429));
    const ban = { firstMs: 60_000, stepMs: 60_000, maxMs: 720_000 };
    const provider = {
      ...toy,
      transport: { ...toy.transport, limits: { ban, budget: { requests: 100, perMs: 60_000, sendReserve: 1 } } },
    };
    const inbox = createInbox(provider, { credentials: { token: 'x' }, options: { baseUrl: url } });
    const errors = await Promise.all(Array.from({ length: 10 }, () => failure(inbox.conversations.get('toy:1'))));
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['rate-limited']));
    expect(inbox.budget()?.blockedForMs).toBeGreaterThan(59_000);
    expect(inbox.budget()?.blockedForMs).toBeLessThanOrEqual(60_000);
    await inbox.close();
  });

  it('goes by a clock that nobody sets back', async () => {
    const { url } = await serve((_request, response) => json(response, { id: 1 }));
    const inbox = toyInbox(url, { deadlineMs: 1000 });
    for (let count = 0; count < 90; count++) await inbox.conversations.get('toy:1');
    vi.useFakeTimers({ now: Date.now() - 3_600_000, toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const error = await failure(inbox.conversations.get('toy:1'));
    expect(error.code).toBe('budget-exhausted');
    expect(error.retryAfterMs).toBeLessThanOrEqual(60_000);
  });
});
