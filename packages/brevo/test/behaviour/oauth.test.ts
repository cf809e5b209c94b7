import type { BrevoEmulatorOptions } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { failureOf, startEmulated, testClock } from '../support/emulated.ts';

const tokenPath = '/realms/partner/oauth/token';
const tokenRequest = `POST ${tokenPath}`;
const onToken = { match: { path: tokenPath } };
const hour = 3_600_000;

/** The emulator's own client, unless the test gives other credentials. */
const oauth = { clientId: 'shop-client', clientSecret: 'shop-s3cret+/=%' };

const startBearing = (settings: BrevoEmulatorOptions & { inbox?: object } = {}) =>
  startEmulated({ oauth, ...settings, inbox: { credentials: oauth, ...settings.inbox } });

describe('a token', () => {
  test('is asked for once, and borne by every request', async () => {
    const { inbox, emulator, conversationId, requests } = await startBearing();
    const sent = await inbox.messages.send(conversationId, { text: 'Hi' });
    await inbox.messages.get(sent.id);
    expect(requests().filter((request) => request === tokenRequest)).toHaveLength(1);
    const [token, ...rest] = emulator.requests;
    expect(token?.path).toBe(tokenPath);
    const bearer = `Bearer ${emulator.state.accessTokens[0]?.token}`;
    expect(rest.map(({ headers }) => headers['authorization'])).toEqual([bearer, bearer]);
    expect(rest.some(({ headers }) => 'api-key' in headers)).toBe(false);
  });

  test('is asked for once by calls at the same time', async () => {
    const { inbox, conversationId, requests } = await startBearing();
    await Promise.all(Array.from({ length: 8 }, (_, n) => inbox.messages.send(conversationId, { text: `Reply ${n}` })));
    expect(requests().filter((request) => request === tokenRequest)).toHaveLength(1);
  });

  test('is renewed a minute before it ends', async () => {
    const clock = testClock();
    const { inbox, emulator, agentId } = await startBearing({ now: clock.now });
    const ping = () => inbox.agents.setOnline({ agentId });
    await ping();
    clock.advance(hour - 60_001);
    await ping();
    expect(emulator.state.accessTokens).toHaveLength(1);
    clock.advance(1);
    await ping();
    expect(emulator.state.accessTokens).toHaveLength(2);
    expect(emulator.requests.every(({ status }) => (status ?? 500) < 300)).toBe(true);
  });

  test('that lives shorter than that is used all the same', async () => {
    const clock = testClock();
    const { inbox, emulator, agentId, requests } = await startBearing({ now: clock.now });
    const token = () => {
      emulator.state.accessTokens.push({ token: 'brief', scopes: ['conversations:write'], expiresAt: Infinity });
      emulator.fail({ kind: 'body', body: { access_token: 'brief', expires_in: 40 }, ...onToken });
    };
    const ping = () => inbox.agents.setOnline({ agentId });
    token();
    await ping();
    clock.advance(19_999);
    await ping();
    expect(requests().filter((request) => request === tokenRequest)).toHaveLength(1);
    token();
    clock.advance(1);
    await ping();
    expect(requests()[0]).toBe(tokenRequest);
  });

  test('that does not say how long it lives is kept for an hour', async () => {
    const clock = testClock();
    const { inbox, emulator, agentId, requests } = await startBearing({ now: clock.now });
    emulator.state.accessTokens.push({ token: 'lasting', scopes: ['conversations:write'], expiresAt: Infinity });
    emulator.fail({ kind: 'body', body: { access_token: 'lasting', expires_in: 'long' }, ...onToken });
    await inbox.agents.setOnline({ agentId });
    clock.advance(hour - 60_001);
    await inbox.agents.setOnline({ agentId });
    expect(requests().filter((request) => request === tokenRequest)).toHaveLength(1);
  });

  test('of narrower scope is asked for when that is configured', async () => {
    const scene = await startBearing({ inbox: { credentials: { ...oauth, scopes: ['conversations:write'] } } });
    const sent = await scene.inbox.messages.send(scene.conversationId, { text: 'Hi' });
    expect(scene.emulator.state.accessTokens[0]?.scopes).toEqual(['conversations:write']);
    expect(await failureOf(scene.inbox.messages.get(sent.id))).toMatchObject({
      code: 'forbidden',
      blame: 'credentials',
      vendorCode: 'permission_denied',
    });
  });

  test('comes from another place when that is configured', async () => {
    const elsewhere = await startEmulated({ oauth });
    const scene = await startBearing({ inbox: { options: { tokenUrl: elsewhere.emulator.oauth.tokenUrl } } });
    expect(await failureOf(scene.inbox.messages.get('mail:agent:x'))).toMatchObject({ code: 'unauthorized' });
    expect(elsewhere.requests()).toEqual([tokenRequest, tokenRequest]);
    expect(scene.requests()).not.toContain(tokenRequest);
  });
});

describe('a token that the vendor refuses', () => {
  test('is renewed once, for a send too', async () => {
    const { inbox, emulator, conversationId, requests } = await startBearing();
    await inbox.messages.send(conversationId, { text: 'One' });
    requests();
    emulator.state.accessTokens.length = 0;
    await inbox.messages.send(conversationId, { text: 'Two' });
    const send = 'POST /v3/conversations/messages';
    expect(requests()).toEqual([send, tokenRequest, send]);
  });

  test('is renewed once for all calls that bore it', async () => {
    const { inbox, emulator, agentId, requests } = await startBearing();
    await inbox.agents.setOnline({ agentId });
    requests();
    emulator.state.accessTokens.length = 0;
    await Promise.all(Array.from({ length: 6 }, () => inbox.agents.setOnline({ agentId })));
    expect(requests().filter((request) => request === tokenRequest)).toHaveLength(1);
    expect(emulator.state.accessTokens).toHaveLength(1);
  });

  test('is not renewed by a call that was late to learn what another one renewed already', async () => {
    const { inbox, emulator, agentId, requests } = await startBearing();
    await inbox.agents.setOnline({ agentId });
    requests();
    emulator.state.accessTokens.length = 0;
    emulator.fail({ kind: 'delay', ms: 200 });
    const late = inbox.agents.setOnline({ agentId });
    await expect.poll(() => emulator.requests.length).toBe(3);
    await inbox.agents.setOnline({ agentId });
    await late;
    expect(requests().filter((request) => request === tokenRequest)).toHaveLength(1);
  });

  test('and its successor too ends the call', async () => {
    const { inbox, emulator, conversationId, requests } = await startBearing();
    emulator.fail({ kind: 'status', status: 401, times: 9, match: { path: /conversations/ } });
    expect(await failureOf(inbox.messages.send(conversationId, { text: 'Hi' }))).toMatchObject({
      code: 'unauthorized',
      outcome: 'not-sent',
      attempts: 2,
    });
    expect(requests().filter((request) => request === tokenRequest)).toHaveLength(2);
  });
});

describe('no token', () => {
  test.each([
    ['another secret', { ...oauth, clientSecret: 'wrong' }, 401, 'invalid_client'],
    ['a scope that was not granted', { ...oauth, scopes: ['contacts:read'] }, 400, 'invalid_scope'],
  ])('for %s: one request, and a hint', async (_, credentials, status, vendorCode) => {
    const { inbox, conversationId, requests } = await startBearing({ inbox: { credentials } });
    expect(await failureOf(inbox.messages.send(conversationId, { text: 'Hi' }))).toMatchObject({
      code: 'unauthorized',
      blame: 'credentials',
      outcome: 'not-sent',
      status,
      vendorCode,
      attempts: 0,
      hint: expect.stringContaining('clientId, clientSecret, scopes and tokenUrl'),
    });
    expect(requests()).toEqual([tokenRequest]);
  });

  test('from a place that is not there does not read as if a message were missing', async () => {
    const { inbox, emulator } = await startBearing();
    emulator.fail({ kind: 'status', status: 404, ...onToken });
    expect(await failureOf(inbox.messages.get('mail:agent:x'))).toMatchObject({ code: 'unauthorized', status: 404 });
  });

  test('in an answer of another shape', async () => {
    const { inbox, emulator, conversationId } = await startBearing();
    emulator.fail({ kind: 'body', body: { access_token: 'two\nlines' }, ...onToken });
    expect(await failureOf(inbox.messages.send(conversationId, { text: 'Hi' }))).toMatchObject({
      code: 'unexpected-response',
      outcome: 'not-sent',
    });
  });

  test('while the endpoint fails: the send is tried again, and leaves once', async () => {
    const { inbox, emulator, conversationId, requests } = await startBearing();
    emulator.fail({ kind: 'status', status: 503, times: 2, ...onToken });
    await inbox.messages.send(conversationId, { text: 'Hi' });
    expect(requests()).toEqual([tokenRequest, tokenRequest, tokenRequest, 'POST /v3/conversations/messages']);
  });

  test('for a secret that was rotated: the function that gives it is asked for the new one', async () => {
    const secrets = ['old', 'old', oauth.clientSecret];
    const credentials = () => ({ ...oauth, clientSecret: secrets.shift() ?? oauth.clientSecret });
    const { inbox, conversationId, requests } = await startBearing({ inbox: { credentials } });
    await inbox.messages.send(conversationId, { text: 'Hi' });
    expect(requests()).toEqual([tokenRequest, tokenRequest, 'POST /v3/conversations/messages']);
  });

  test('and the next call asks again', async () => {
    const { inbox, emulator, agentId } = await startBearing();
    emulator.fail({ kind: 'status', status: 400, ...onToken });
    expect(await failureOf(inbox.agents.setOnline({ agentId }))).toMatchObject({ code: 'unauthorized' });
    await expect(inbox.agents.setOnline({ agentId })).resolves.toBeUndefined();
  });

  test('fails no send because reads used up their share of the budget', async () => {
    const clock = testClock();
    const { inbox, emulator, conversationId } = await startBearing({ now: clock.now, inbox: { deadlineMs: 1_000 } });
    const sent = await inbox.messages.send(conversationId, { text: 'Hi' });
    clock.advance(50 * 60_000);
    for (let count = 0; count < 79; count++) await inbox.messages.get(sent.id);
    expect(await failureOf(inbox.messages.get(sent.id))).toMatchObject({ code: 'budget-exhausted' });
    clock.advance(9 * 60_000);
    await inbox.messages.send(conversationId, { text: 'Hi' });
    expect(emulator.state.accessTokens).toHaveLength(2);
  });
});

describe('an abort while a token is asked for', () => {
  const slowToken = { kind: 'delay', ms: 300, ...onToken } as const;

  test('of the call that asked leaves the others their token', async () => {
    const { inbox, emulator, agentId, requests } = await startBearing();
    emulator.fail(slowToken);
    const leaving = new AbortController();
    const first = failureOf(inbox.agents.setOnline({ agentId }, { signal: leaving.signal }));
    const others = [inbox.agents.setOnline({ agentId }), inbox.agents.setOnline({ agentId })];
    await expect.poll(() => emulator.requests.length).toBe(1);
    leaving.abort(new Error('gone'));
    expect(await first).toMatchObject({ code: 'aborted', outcome: 'not-sent', attempts: 0, cause: new Error('gone') });
    await Promise.all(others);
    // The first of the others asked in its place.
    expect(requests().filter((request) => request === tokenRequest)).toHaveLength(2);
  });

  test('of a call that waits ends it at once, and nobody else', async () => {
    const { inbox, emulator, agentId, requests } = await startBearing();
    emulator.fail(slowToken);
    const first = inbox.agents.setOnline({ agentId });
    const leaving = new AbortController();
    const second = failureOf(inbox.agents.setOnline({ agentId }, { signal: leaving.signal }));
    await expect.poll(() => emulator.requests.length).toBe(1);
    leaving.abort(new Error('gone'));
    expect(await Promise.race([second, first])).toMatchObject({
      code: 'aborted',
      outcome: 'not-sent',
      cause: new Error('gone'),
    });
    await first;
    expect(requests().filter((request) => request === tokenRequest)).toHaveLength(1);
  });

  test('of all of them asks nothing more', async () => {
    const { inbox, emulator, agentId, requests } = await startBearing();
    emulator.fail(slowToken);
    const leaving = new AbortController();
    const { signal } = leaving;
    const calls = Array.from({ length: 3 }, () => failureOf(inbox.agents.setOnline({ agentId }, { signal })));
    await expect.poll(() => emulator.requests.length).toBe(1);
    leaving.abort();
    for (const call of calls) expect(await call).toMatchObject({ code: 'aborted', outcome: 'not-sent' });
    expect(requests()).toEqual([tokenRequest]);
  });
});
