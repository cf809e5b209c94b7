import { createInbox, type InboxOf } from '@anyinbox/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pigeonDesk } from './provider/pigeon-desk.ts';
import { type PigeonDesk, startPigeonDesk } from './vendor/start-pigeon-desk.ts';

type PigeonInbox = InboxOf<typeof pigeonDesk>;

const key = 'wire-key';
let desk: PigeonDesk;
let inbox: PigeonInbox;

const connect = (options: object = {}): PigeonInbox =>
  createInbox(pigeonDesk, { credentials: { key }, options: { baseUrl: desk.url, ...options } });
const id = (nativeId: string) => `pigeon-desk:${nativeId}`;

beforeEach(async () => {
  desk = await startPigeonDesk({ key });
  inbox = connect();
});
afterEach(async () => {
  await inbox.close();
  await desk.close();
});

// One per endpoint: what stands on the wire, and nothing more. (The key is checked by the vendor.)
const requests: readonly [string, (inbox: PigeonInbox) => PromiseLike<unknown>, string, unknown?][] = [
  ['list', ({ conversations }) => conversations.list(), 'GET /v2/threads?size=50'],
  [
    'filters',
    ({ conversations }) => conversations.list({ status: 'closed', channelId: id('lf_1'), limit: 2 }),
    'GET /v2/threads?state=landed&loft=lf_1&size=2',
  ],
  ['get', ({ conversations }) => conversations.get(id('th_1')), 'GET /v2/threads/th_1'],
  ['close', ({ conversations }) => conversations.close(id('th_1')), 'POST /v2/threads/th_1/land'],
  ['reopen', ({ conversations }) => conversations.reopen(id('th_3')), 'POST /v2/threads/th_3/launch', {}],
  [
    'reopen for an agent',
    ({ conversations }) => conversations.reopen(id('th_3'), { agentId: id('kp_2') }),
    'POST /v2/threads/th_3/launch',
    { keeper: 'kp_2' },
  ],
  [
    'assign to an agent',
    ({ conversations }) => conversations.assign(id('th_1'), { agentId: id('kp_2') }),
    'PUT /v2/threads/th_1/keeper',
    { keeper: 'kp_2' },
  ],
  [
    'assign to a group',
    ({ conversations }) => conversations.assign(id('th_1'), { groupId: id('fl_2') }),
    'PUT /v2/threads/th_1/flock',
    { flock: 'fl_2' },
  ],
  ['messages', ({ messages }) => messages.list(id('th_1')), 'GET /v2/threads/th_1/letters?size=50'],
  ['message', ({ messages }) => messages.get(id('lt_1')), 'GET /v2/letters/lt_1'],
  [
    'send',
    ({ messages }) => messages.send(id('th_1'), { text: 'Hi' }),
    'POST /v2/threads/th_1/letters',
    { body: 'Hi' },
  ],
  [
    'send as an agent',
    ({ messages }) => messages.send(id('th_1'), { text: 'Hi' }, { as: { agentId: id('kp_1') } }),
    'POST /v2/threads/th_1/letters',
    { body: 'Hi', keeper: 'kp_1' },
  ],
  ['delete', ({ messages }) => messages.delete(id('lt_1')), 'DELETE /v2/letters/lt_1'],
  ['note', ({ notes }) => notes.add(id('th_1'), { text: 'Hm' }), 'POST /v2/threads/th_1/remarks', { body: 'Hm' }],
  ['notes', ({ notes }) => notes.list(id('th_1')), 'GET /v2/threads/th_1/remarks?size=50'],
  ['channels', ({ channels }) => channels.list(), 'GET /v2/lofts?size=50'],
  ['channel', ({ channels }) => channels.get(id('lf_1')), 'GET /v2/lofts/lf_1'],
  ['agents', ({ agents }) => agents.list(), 'GET /v2/keepers?size=50'],
  ['groups', ({ groups }) => groups.list(), 'GET /v2/flocks?size=50'],
  ['trail', ({ native }) => native.threads.trail('th_1'), 'GET /v2/threads/th_1/trail'],
];

it.each(requests)('%s', async (_name, call, line, body) => {
  await call(inbox);
  expect(desk.requests.map(({ method, path, body }) => [`${method} ${path}`, body])).toEqual([[line, body]]);
});

it('edits the letter that is the newest', async () => {
  const { id: sent } = await inbox.messages.send(id('th_1'), { text: 'Hi' });
  await inbox.messages.edit(sent, { text: 'Hello' });
  expect(desk.requests.at(-1)).toEqual({ method: 'PATCH', path: '/v2/letters/lt_37', body: { body: 'Hello' } });
});

it('hands the token on as it came', async () => {
  const { nextCursor } = await inbox.conversations.list({ limit: 4 });
  await inbox.conversations.list({ limit: 4, cursor: nextCursor });
  const token = Buffer.from('after th_6').toString('base64url');
  expect(desk.requests.at(-1)?.path).toBe(`/v2/threads?size=4&after=${token}`);
});

it('reads times in the unit that the app says', async () => {
  expect(await inbox.native.threads.trail('th_1')).toHaveProperty(['0', 'at'], '2026-01-05T10:31:00.000Z');
  await inbox.close();
  inbox = connect({ timeUnit: 'milliseconds' });
  expect(await inbox.native.threads.trail('th_1')).toHaveProperty(['0', 'at'], '1970-01-21T11:00:09.060Z');
});
