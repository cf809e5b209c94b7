import type { FaultRule } from '@anyinbox/emulators';
import { expect, test } from 'vitest';
import { brevo, draft } from '../support/brevo.ts';

async function withVisitor() {
  const { emulator, client } = await brevo({ seed: 'empty' });
  const { id: visitorId } = emulator.addVisitor();
  const send = () => client.post('/messages', { visitorId, ...draft(emulator) });
  return { emulator, client, visitorId, send, sent: () => emulator.state.conversations[0]?.messages.length };
}

test.each([
  [400, 'bad_request'],
  [401, 'unauthorized'],
  [403, 'permission_denied'],
  [404, 'document_not_found'],
  [429, undefined],
  [503, undefined],
])('status %i comes in the envelope of the vendor, with the code %j', async (status, code) => {
  const { emulator, send, sent } = await withVisitor();
  emulator.fail({ kind: 'status', status, message: 'Not now', headers: { 'x-sib-ratelimit-reset': '7' } });
  const reply = await send();
  expect([reply.status, reply.headers.get('x-sib-ratelimit-reset')]).toEqual([status, '7']);
  expect(reply.body).toEqual({ ...(code === undefined ? {} : { code }), message: 'Not now' });
  expect(sent()).toBe(0);
  expect((await send()).status).toBe(200);
});

test.each<[FaultRule, number]>([
  [{ kind: 'reset', when: 'before-effect' }, 0],
  [{ kind: 'reset', when: 'after-effect' }, 1],
  [{ kind: 'truncate' }, 1],
  [{ kind: 'body', body: '<h1>Gateway</h1>', when: 'after-effect' }, 1],
])('%j leaves %i messages', async (fault, messages) => {
  const { emulator, send, sent } = await withVisitor();
  emulator.fail(fault);
  await expect(send()).rejects.toThrow();
  expect(sent()).toBe(messages);
  expect(emulator.requests).toMatchObject([{ method: 'POST', fault: fault.kind }]);
});

test('the echo of a message is sent although its answer is lost', async () => {
  const { emulator, send } = await withVisitor();
  emulator.webhooks.configure({ url: 'http://127.0.0.1:1/hook' });
  emulator.fail({ kind: 'reset', when: 'after-effect' });
  await send().catch(() => undefined);
  expect(emulator.webhooks.deliveries.map(({ event }) => event)).toEqual([
    'conversationStarted',
    'conversationFragment',
  ]);
});

test('the token endpoint can fail alone', async () => {
  const { emulator, send } = await withVisitor();
  emulator.fail({ kind: 'status', status: 500, match: { path: /oauth\/token$/ } });
  expect((await send()).status).toBe(200);
  expect((await fetch(emulator.oauth.tokenUrl, { method: 'POST' })).status).toBe(500);
});
