import type { BrevoEmulator } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { brevo, draft } from '../support/brevo.ts';
import { testClock } from '../support/clock.ts';
import { httpClient } from '../support/http-client.ts';

interface Token {
  access_token: string;
  token_type: string;
  expires_in: number;
  scope: string;
}

const grant = { grant_type: 'client_credentials' };

async function ask(emulator: BrevoEmulator, fields: Record<string, string>, authorization?: string) {
  const response = await fetch(emulator.oauth.tokenUrl, {
    method: 'POST',
    headers: authorization === undefined ? {} : { authorization },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Token };
}

function basic(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
}

function own({ oauth }: BrevoEmulator): string {
  return basic(oauth.clientId, oauth.clientSecret);
}

async function withToken(emulator: BrevoEmulator, scope?: string) {
  const { body } = await ask(emulator, { ...grant, ...(scope === undefined ? {} : { scope }) }, own(emulator));
  return httpClient(`${emulator.url}/v3/conversations`, { authorization: `Bearer ${body.access_token}` });
}

describe('the token endpoint', () => {
  test('is on the same socket and answers a client that shows its secret in the header', async () => {
    const { emulator } = await brevo();
    expect(emulator.oauth.tokenUrl).toBe(`${emulator.url}/realms/partner/oauth/token`);
    const { status, headers, body } = await ask(emulator, grant, own(emulator));
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'conversations:read conversations:write',
    });
  });

  test('or in the form, and takes a secret of any characters', async () => {
    const { emulator } = await brevo({ oauth: { clientId: 'my client', clientSecret: 's:e/c+r%t' } });
    const form = { ...grant, client_id: 'my client', client_secret: 's:e/c+r%t' };
    expect((await ask(emulator, form)).status).toBe(200);
    expect((await ask(emulator, grant, own(emulator))).status).toBe(200);
  });

  test('gives another token each time, and what was asked for only', async () => {
    const { emulator } = await brevo();
    const [one, two] = [
      await ask(emulator, { ...grant, scope: 'conversations:read' }, own(emulator)),
      await ask(emulator, { ...grant, scope: 'conversations:write' }, own(emulator)),
    ];
    expect([one.body.scope, two.body.scope]).toEqual(['conversations:read', 'conversations:write']);
    expect(one.body.access_token).not.toBe(two.body.access_token);
  });

  test.each([
    ['no client', {}, undefined],
    ['a wrong secret', {}, basic('emulator-client', 'wrong')],
    ['a wrong client', {}, basic('other', 'emulator-client-secret')],
    ['a wrong secret in the form', { client_id: 'emulator-client', client_secret: 'wrong' }, undefined],
    ['another scheme', {}, 'Bearer emulator-client-secret'],
  ])('%s is no client', async (_, fields, authorization) => {
    const { emulator } = await brevo();
    const reply = await ask(emulator, { ...grant, ...fields }, authorization);
    expect(reply).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect(reply.headers.get('www-authenticate')).toMatch(/^Basic /);
  });

  test.each([
    ['invalid_scope', { ...grant, scope: 'conversations:read contacts:read' }],
    ['unsupported_grant_type', { grant_type: 'authorization_code', code: 'x' }],
    ['invalid_request', { scope: 'conversations:read' }],
    ['invalid_request', { ...grant, client_id: 'emulator-client', client_secret: 'emulator-client-secret' }],
  ])('%s: %j', async (error, fields) => {
    const { emulator } = await brevo();
    expect(await ask(emulator, fields, own(emulator))).toMatchObject({ status: 400, body: { error } });
    expect(emulator.state.accessTokens).toEqual([]);
  });

  test('a scope that the client was not granted is an invalid one', async () => {
    const { emulator } = await brevo({ oauth: { scopes: ['conversations:read'] } });
    const reply = await ask(emulator, { ...grant, scope: 'conversations:write' }, own(emulator));
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
    expect((await ask(emulator, grant, own(emulator))).body.scope).toBe('conversations:read');
  });

  test('takes forms only, by POST only, and asks for no api-key', async () => {
    const { emulator } = await brevo();
    const json = await fetch(emulator.oauth.tokenUrl, {
      method: 'POST',
      headers: { authorization: own(emulator), 'content-type': 'application/json' },
      body: JSON.stringify(grant),
    });
    expect([json.status, await json.json()]).toMatchObject([400, { error: 'invalid_request' }]);
    expect((await fetch(emulator.oauth.tokenUrl)).status).toBe(404);
  });

  test('costs no request of the hour', async () => {
    const { emulator, client } = await brevo();
    expect((await ask(emulator, grant, own(emulator))).headers.get('x-sib-ratelimit-remaining')).toBeNull();
    expect((await client.get('/messages/x')).headers.get('x-sib-ratelimit-remaining')).toBe('99');
  });
});

describe('a bearer', () => {
  test('writes and reads with both scopes', async () => {
    const { emulator } = await brevo();
    const client = await withToken(emulator);
    const { id } = emulator.addVisitor();
    const sent = await client.post<{ id: string }>('/messages', { visitorId: id, ...draft(emulator) });
    expect(sent.status).toBe(200);
    expect((await client.get(`/messages/${sent.body.id}`)).status).toBe(200);
  });

  test('needs the scope of the method, and write is not read', async () => {
    const { emulator } = await brevo();
    const ping = { agentId: emulator.state.agents[0]?.id };
    const [reader, writer] = [
      await withToken(emulator, 'conversations:read'),
      await withToken(emulator, 'conversations:write'),
    ];
    expect((await reader.get('/messages/x')).status).toBe(404);
    expect((await writer.post('/agentOnlinePing', ping)).status).toBe(201);
    for (const reply of [await writer.get('/messages/x'), await reader.post('/agentOnlinePing', ping)]) {
      expect(reply).toMatchObject({ status: 403, body: { code: 'permission_denied' } });
    }
  });

  test('lives for an hour of the clock', async () => {
    const clock = testClock();
    const { emulator } = await brevo({ now: clock.now });
    const client = await withToken(emulator);
    clock.advance(3_599_999);
    expect((await client.get('/messages/x')).status).toBe(404);
    clock.advance(1);
    expect(await client.get('/messages/x')).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
    expect((await (await withToken(emulator)).get('/messages/x')).status).toBe(404);
  });

  test('is unknown when it was revoked, or after a reset', async () => {
    const { emulator } = await brevo();
    const [one, two] = [await withToken(emulator), await withToken(emulator)];
    emulator.state.accessTokens.shift();
    expect((await one.get('/messages/x')).status).toBe(401);
    expect((await two.get('/messages/x')).status).toBe(404);
    emulator.reset();
    expect((await two.get('/messages/x')).status).toBe(401);
  });
});
