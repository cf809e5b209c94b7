import { channel } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { failureOf, startEmulated } from '../support/emulated.ts';

const apiKey = 'xkeysib-canary-51c9';
const clientSecret = 'canary-client-88d2';
const accessToken = 'canary-token-17aa';
const text = 'canary-text-03fe';
const person = 'canary.person@example.com';
const canaries = ['canary', Buffer.from(`shop:${clientSecret}`).toString('base64')];

const everything = { showHidden: true, depth: Number.POSITIVE_INFINITY, getters: true };

function expectClean(value: unknown): void {
  const printed = [
    String(value),
    inspect(value, everything),
    inspect(value, { ...everything, customInspect: false }),
    JSON.stringify(value) ?? '',
    value instanceof Error ? value.stack : '',
  ].join('\n');
  for (const canary of canaries) expect(printed).not.toContain(canary);
}

const quoting = { code: text, message: `${apiKey} ${accessToken} ${person}` };

describe.each([
  ['an API key', { apiKey }, apiKey],
  ['a client', { clientId: 'shop', clientSecret }, accessToken],
])('with %s', (_, credentials, borne) => {
  const start = async () => {
    const scene = await startEmulated({ apiKey, oauth: { clientId: 'shop', clientSecret }, inbox: { credentials } });
    const { emulator } = scene;
    emulator.state.accessTokens.push({ token: accessToken, scopes: ['conversations:write'], expiresAt: Infinity });
    const body = { access_token: accessToken, expires_in: 3600 };
    emulator.fail({ kind: 'body', body, times: 9, match: { path: /oauth/ } });
    return scene;
  };

  test.each([400, 401, 403, 404, 429, 500])('a %d that quotes everything shows nothing of it', async (status) => {
    const { inbox, emulator, conversationId } = await start();
    const headers = { 'x-sib-ratelimit-reset': '1800', 'sib-request-id': borne };
    emulator.fail({ kind: 'body', status, body: quoting, headers, times: 9, match: { path: /conversations/ } });
    const as = { name: person, email: person };
    expectClean(await failureOf(inbox.messages.send(conversationId, { text }, { as })));
    expectClean(await failureOf(inbox.messages.edit('mail:agent:x', { text })));
  });

  test('neither the inbox nor what diagnostics say shows anything', async () => {
    const events: unknown[] = [];
    const listen = (event: unknown) => events.push(event);
    for (const name of ['request', 'retry', 'drift']) channel(`anyinbox:${name}`).subscribe(listen);
    onTestFinished(() => {
      for (const name of ['request', 'retry', 'drift']) channel(`anyinbox:${name}`).unsubscribe(listen);
    });
    const { inbox, emulator, conversationId } = await start();
    await inbox.messages.send(conversationId, { text });
    emulator.fail({ kind: 'body', body: { [person]: text, id: 'm1', createdAt: text }, match: { path: /messages/ } });
    await inbox.messages.send(conversationId, { text });
    expect(events.length).toBeGreaterThan(1);
    expectClean(inbox);
    expectClean(events.filter((event) => JSON.stringify(event).includes('"path"')));
  });
});

test('a token endpoint that quotes everything shows nothing of it', async () => {
  const { inbox, emulator, conversationId } = await startEmulated({
    inbox: { credentials: { clientId: 'shop', clientSecret } },
  });
  const headers = { 'sib-request-id': clientSecret };
  const error = { error: clientSecret, error_description: clientSecret, [clientSecret]: clientSecret };
  for (const body of [error, { code: clientSecret, message: clientSecret }])
    for (const status of [200, 400, 401, 500]) {
      emulator.clearFaults();
      emulator.fail({ kind: 'body', status, body, headers, times: 9 });
      expectClean(await failureOf(inbox.messages.send(conversationId, { text })));
    }
});
