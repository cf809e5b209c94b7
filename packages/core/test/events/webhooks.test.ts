import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMemoryStore, type Store, toNodeHandler, type WebhookEvent } from '@anyinbox/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { at, conversationOf, eventfulTenants, messageOf, received, secret } from '../support/eventful-vendor.ts';

const body = { events: [received('c1', messageOf('m1', 'Hello', at(1)))] };
const logOf = async (store: Store) => (await store.events({ limit: 1000 })).map(({ event }) => event);

describe('a webhook', () => {
  test.each([
    ['in the path', { path: `/hooks/acme/mail/${secret}` }],
    ['as a bearer token', { path: '/acme/mail', headers: { authorization: `Bearer ${secret}` } }],
    [
      'as the password of basic auth',
      { path: '/a/b/acme/mail', headers: { authorization: `Basic ${btoa(`any:${secret}`)}` } },
    ],
    ['in a header', { path: '/acme/mail', headers: { 'x-webhook-token': secret } }],
  ])('is believed that shows its secret %s', async (_place, options) => {
    const { post, store } = eventfulTenants();
    expect((await post(body, options)).status).toBe(200);
    expect(await logOf(store)).toMatchObject([
      { type: 'message.received', tenantId: 'acme', connectionId: 'mail', via: 'webhook' },
    ]);
  });

  test.each([
    ['no secret', '/acme/mail', {}, 401, 'the secret is missing'],
    ['a wrong one', '/acme/mail/another-secret-of-16', {}, 401, 'the secret is wrong'],
    ['white space around it', `/acme/mail/${secret}%20`, {}, 401, 'the secret has white space in it'],
    ['a tenant that there is not', `/nobody/mail/${secret}`, {}, 404, 'no such webhook'],
    ['a connection that there is not', `/acme/chat/${secret}`, {}, 404, 'no such webhook'],
    ['a path that names nothing', '/', {}, 404, 'no such webhook'],
    ['a path that is not encoded', '/%E0%A4%A/%', {}, 404, 'no such webhook'],
  ])('is refused with %s', async (_what, path, headers, status, error) => {
    const { post, store } = eventfulTenants();
    const answer = await post(body, { path, headers });
    expect([answer.status, await answer.json()]).toEqual([status, { error }]);
    expect(await logOf(store)).toEqual([]);
  });

  test('is refused as anything but a POST, empty, or larger than a mebibyte', async () => {
    const { tenants, post, store } = eventfulTenants();
    expect((await tenants.webhooks(new Request(`https://you.example/acme/mail/${secret}`))).status).toBe(405);
    expect((await post('')).status).toBe(400);
    expect((await post(`"${'x'.repeat(1_048_576)}"`)).status).toBe(413);
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    const init = { method: 'POST', body: endless, duplex: 'half' } as RequestInit;
    expect((await tenants.webhooks(new Request(`https://you.example/acme/mail/${secret}`, init))).status).toBe(413);
    expect(await logOf(store)).toEqual([]);
  });

  test.each([
    ['is no JSON', 'plain words'],
    ['is nested too deeply', '['.repeat(100_000)],
    ['makes the reader throw', '{"events":null}'],
  ])('that %s is kept whole', async (_what, text) => {
    const { post, store } = eventfulTenants();
    expect((await post(text)).status).toBe(200);
    const [event] = await logOf(store);
    expect(event).toMatchObject({ type: 'vendor.other' });
    expect([text, JSON.parse(JSON.stringify(text))]).toContainEqual(asText(event?.data.raw));
  });

  test('that comes twice is one event, and the same message by another way too', async () => {
    const { post, store, tenants, vendor } = eventfulTenants();
    await post(body);
    expect(await (await post(body)).json()).toEqual({ accepted: 0 });
    const inbox = await tenants.inbox('acme');
    const sent = await inbox.messages.send('mail:c1', { text: 'On it' });
    const echo = messageOf(sent.nativeId, 'On it', at(2), 'outbound');
    expect(await (await post({ events: [received('c1', echo)] })).json()).toEqual({ accepted: 0 });
    expect((await logOf(store)).map(({ type, via }) => `${type} ${via}`)).toEqual([
      'message.received webhook',
      'message.sent send',
    ]);
    expect(vendor.calls).toEqual(['send c1']);
  });

  test('is not acknowledged when it could not be written, and comes again', async () => {
    const store = createMemoryStore();
    const { post } = eventfulTenants({
      store: { ...store, ingest: async () => Promise.reject(new Error(`the disk is full of ${secret}`)) },
    });
    const answer = await post(body);
    expect([answer.status, await answer.text()]).toEqual([503, '{"error":"try again later"}']);
  });

  test('that points at a conversation has it looked up; if that fails now, what it told is kept and it comes again', async () => {
    const { post, store, vendor } = eventfulTenants();
    vendor.fails = (call) => call.startsWith('get');
    const pointing = { ...body, hints: [{ conversationId: 'c1' }, { conversationId: 'c1' }] };
    expect((await post(pointing)).status).toBe(503);
    expect((await logOf(store)).map(({ type }) => type)).toEqual(['message.received']);
    expect(vendor.calls).toEqual(['get c1']);
  });

  test('is only a reason to look with `confirm`', async () => {
    const config = { webhook: { secrets: [secret], confirm: true } };
    const { post, store, vendor } = eventfulTenants({ config });
    vendor.conversations.set('c1', { nativeId: 'c1', status: 'open', channel: { kind: 'email' }, contact: {}, raw: 0 });
    vendor.messages.set('c1', [messageOf('m9', 'What the vendor shows', at(3))]);
    expect((await post(body)).status).toBe(200);
    const texts = (await logOf(store)).map(({ data }) => data.message?.text);
    expect(texts).toContain('What the vendor shows');
    expect(texts).not.toContain('Hello');
  });

  test('is one with `confirm` too where it names nobody', async () => {
    const { post, store, vendor } = eventfulTenants({ config: { webhook: { secrets: [secret], confirm: true } } });
    vendor.conversations.set('c1', conversationOf('c1', 3));
    vendor.messages.set('c1', [messageOf('m9', 'What the vendor shows', at(3))]);
    expect(await (await post({ events: [{ type: 'vendor.other', key: 'x', raw: 'canary' }] })).json()).toEqual({
      accepted: 2,
    });
    expect(JSON.stringify(await logOf(store))).not.toContain('canary');
  });

  test('of one tenant reaches no other', async () => {
    const { post, tenants } = eventfulTenants({ shows: false });
    await post(body);
    const other = await tenants.inbox('globex');
    expect((await other.conversations.list()).items).toEqual([]);
    await expect(other.conversations.get('mail:c1')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is told on a diagnostics channel, without its secret or its content', async () => {
    const seen: WebhookEvent[] = [];
    const listener = (event: unknown) => seen.push(event as WebhookEvent);
    subscribe('anyinbox:webhook', listener);
    onTestFinished(() => void unsubscribe('anyinbox:webhook', listener));
    const { post } = eventfulTenants();
    await post(body);
    await post(body, { path: '/acme/mail/another-secret-of-16' });
    expect(seen).toMatchObject([{ status: 200, accepted: 1, provider: 'eventful' }, { status: 401 }]);
    expect(JSON.stringify(seen)).not.toMatch(/secret-of|Hello/);
  });
});

const asText = (raw: unknown) => (typeof raw === 'string' ? raw : JSON.stringify(raw));

describe('on node:http', () => {
  async function listen(prepare: (request: { body?: unknown }) => void) {
    const kept = eventfulTenants();
    const handle = toNodeHandler(kept.tenants.webhooks);
    const errors: unknown[] = [];
    const server = createServer((request, response) => {
      prepare(request as { body?: unknown });
      void handle(request, response, (error) => errors.push(error));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/acme/mail/${secret}`;
    const post = (text: string) => fetch(url, { method: 'POST', body: text, headers: { connection: 'close' } });
    return { ...kept, post, errors };
  }

  test('it takes a webhook, whatever its content type says', async () => {
    const { post, store } = await listen(() => {});
    expect((await post(JSON.stringify(body))).status).toBe(200);
    expect(await logOf(store)).toHaveLength(1);
  });

  test('it answers one that is too large, and goes on', async () => {
    const { post } = await listen(() => {});
    expect((await post('x'.repeat(2_000_000))).status).toBe(413);
    expect((await post(JSON.stringify(body))).status).toBe(200);
  });

  test('a body that a framework parsed is named as the mistake', async () => {
    const { post, errors } = await listen((request) => {
      request.body = { parsed: true };
    });
    const answer = await post(JSON.stringify(body));
    expect([answer.status, await answer.text()]).toEqual([
      500,
      '{"error":"The body was read before the webhook handler"}',
    ]);
    expect(errors).toMatchObject([{ code: 'invalid-request', hint: expect.stringContaining('express.json()') }]);
  });

  test('a raw body that a framework kept will do', async () => {
    const { post, store } = await listen((request) => {
      request.body = Buffer.from(JSON.stringify(body));
    });
    expect((await post('ignored')).status).toBe(200);
    expect((await logOf(store))[0]?.type).toBe('message.received');
  });
});
