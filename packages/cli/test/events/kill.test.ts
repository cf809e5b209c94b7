import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changesOf, type InboxEvent, type MirrorRecord, type Store } from '@anyinbox/core';
import { createPostgresStore, type PostgresStoreOptions } from '@anyinbox/postgres';
import { afterAll, expect, it } from 'vitest';
import { fragment, visitors } from './fragments.ts';
import { dropSchema, postgresUrl } from './postgres-url.ts';
import { type Random, seededRandom } from './seeded-random.ts';

/** `pnpm torture` asks for all of it; the ordinary run for a sample. */
const rounds = Number(process.env['ANYINBOX_TORTURE_ROUNDS'] ?? 3);
const webhooks = Number(process.env['ANYINBOX_TORTURE_WEBHOOKS'] ?? 600);
const seed = Number(process.env['ANYINBOX_TORTURE_SEED'] ?? Date.now() % 1_000_000);
const secret = 'kill-test-webhook-secret';
const scope = { tenantId: 'acme', connectionId: 'mail' };

const schema = `kill_${process.pid}`;
const cleanUp: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const clean of cleanUp) await clean();
});

const stores: [name: string, options: () => Promise<PostgresStoreOptions>][] = [
  [
    'PGlite',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'anyinbox-kill-'));
      cleanUp.push(() => rm(folder, { recursive: true, force: true }));
      return { dataDir: join(folder, 'store') };
    },
  ],
  ...((await postgresUrl()) === undefined
    ? []
    : ([['PostgreSQL', onServer]] as [string, () => Promise<PostgresStoreOptions>][])),
];

async function onServer(): Promise<PostgresStoreOptions> {
  const connectionString = (await postgresUrl()) ?? '';
  cleanUp.push(() => dropSchema(connectionString, schema));
  return { connectionString, schema };
}

if ((await postgresUrl()) === undefined) it.skip('PostgreSQL answers nowhere: its kill test is left out', () => {});

it.each(stores)(
  '%s: of a receiver killed in the middle of webhooks, every acknowledged event is kept once, and the mirror is the log replayed',
  async (_name, storeOptions) => {
    const random = seededRandom(seed);
    const options = await storeOptions();
    for (let round = 0; round < rounds; round++) {
      const numbers = Array.from({ length: webhooks }, (_, index) => round * webhooks + index);
      const acknowledged = await untilKilled(options, numbers, random);
      // The vendor delivers again what was not acknowledged, and some of what was.
      const again = numbers.filter((number) => !acknowledged.has(number) || random() < 0.1);
      await toTheEnd(options, again);
    }
    await checkStore(await createPostgresStore(options), rounds * webhooks);
  },
  rounds * 60_000 + 600_000,
);

async function untilKilled(
  options: PostgresStoreOptions,
  numbers: readonly number[],
  random: Random,
): Promise<ReadonlySet<number>> {
  const { child, port } = await startReceiver(options);
  const acknowledged = new Set<number>();
  const killAt = Math.floor(random() * numbers.length);
  const exited = once(child, 'exit');
  await post(port, numbers, (number, status) => {
    if (status === 200) acknowledged.add(number);
    if (acknowledged.size >= killAt) child.kill('SIGKILL');
  });
  child.kill('SIGKILL');
  await exited;
  return acknowledged;
}

async function toTheEnd(options: PostgresStoreOptions, numbers: readonly number[]): Promise<void> {
  const { child, port } = await startReceiver(options);
  const exited = once(child, 'exit');
  const statuses: (number | undefined)[] = [];
  await post(port, numbers, (_, status) => statuses.push(status));
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  child.kill('SIGKILL');
  await exited;
}

async function startReceiver(options: PostgresStoreOptions): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(fileURLToPath(new URL('receiver.mjs', import.meta.url)), [JSON.stringify(options), secret], {
    execArgv: [],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, port };
}

/** So many at once as a busy vendor sends. */
const parallel = 16;

async function post(
  port: number,
  numbers: readonly number[],
  answered: (number: number, status: number | undefined) => void,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: parallel });
  const queue = numbers.values();
  const worker = async () => {
    for (const number of queue) answered(number, await postOne(agent, port, fragment(number)));
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  agent.destroy();
}

function postOne(agent: Agent, port: number, body: object): Promise<number | undefined> {
  return new Promise((resolve) => {
    const options = { agent, port, host: '127.0.0.1', path: `/acme/mail/${secret}`, method: 'POST' };
    const sent = request(options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
      response.on('error', () => resolve(undefined));
    });
    sent.on('error', () => resolve(undefined));
    sent.end(JSON.stringify(body));
  });
}

async function checkStore(store: Store, total: number): Promise<void> {
  const times = new Uint8Array(total);
  for await (const { type, data } of logOf(store))
    if (type === 'message.received') count(times, data.message?.nativeId);
  const wrong = [...times.entries()].filter(([, count]) => count !== 1).slice(0, 10);
  expect(wrong, `seed ${seed}: messages that are not in the log once`).toEqual([]);
  // Of a million messages the mirror is compared in parts: nothing of a conversation depends on another.
  const parts = Math.min(visitors.length, Math.ceil(total / 100_000));
  for (let part = 0; part < parts; part++)
    await comparePart(store, new Set(visitors.filter((_, index) => index % parts === part)));
  await store.close();
}

function count(times: Uint8Array, messageId = ''): void {
  const number = Number(messageId.slice('visitor:m'.length));
  times[number] = (times[number] ?? 0) + 1;
}

/** Lays the events of these conversations over each other anew: what is kept of them is that, and nothing else. */
async function comparePart(store: Store, conversations: ReadonlySet<string>): Promise<void> {
  const replayed = new Map<string, MirrorRecord>();
  for await (const event of logOf(store)) {
    if (!conversations.has(event.conversationId?.slice('mail:'.length) ?? '')) continue;
    for (const { key, merge } of changesOf(event)) {
      const name = `${key.kind} ${key.id}`;
      if (key.kind === 'conversation' || key.kind === 'message') replayed.set(name, merge(replayed.get(name)));
    }
  }
  const records = [...replayed.values()];
  expect(records.length).toBeGreaterThan(conversations.size);
  while (records.length > 0) {
    const some = records.splice(-1000);
    for (const kind of ['conversation', 'message'] as const) {
      const expected = some.filter((record) => record.kind === kind);
      const kept = await store.get(
        scope,
        kind,
        expected.map(({ id }) => id),
      );
      expect(sorted(kept), `seed ${seed}`).toEqual(sorted(expected));
    }
  }
}

const sorted = (records: readonly MirrorRecord[]) => records.toSorted((left, right) => (left.id < right.id ? -1 : 1));

async function* logOf(store: Store): AsyncGenerator<InboxEvent> {
  for (let after = '0'; ; ) {
    const page = await store.events({ tenantId: 'acme', after, limit: 1000 });
    for (const { event } of page) yield event;
    const last = page.at(-1);
    if (!last) return;
    after = last.position;
  }
}
