import type { Store } from '@anyinbox/core';
import { createPostgresStore, type PostgresStoreOptions } from '@anyinbox/postgres';
import { describe, expect, it, onTestFinished } from 'vitest';
import { killWhileIngesting } from './support/kill-while-ingesting.ts';
import { readList, readLog } from './support/read-all.ts';
import { seededRandom } from './support/seeded-random.ts';
import { describeOnServer, dropSchemas, freshSchema, serverUrl } from './support/server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

// What was acknowledged is there after the process was killed at any moment: once, and with what it did to the mirror.
const rounds = Number(process.env['ANYINBOX_TORTURE_ROUNDS'] ?? 3);
const seed = Number(process.env['ANYINBOX_TORTURE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const timeout = 30_000 + rounds * 10_000;

const scope = { tenantId: 'acme', connectionId: 'support' };

describe('a killed process', () => {
  it(`on PGlite loses nothing, ${rounds} times`, { timeout }, async () => {
    const folder = await temporaryFolder();
    onTestFinished(() => folder.remove());
    await torture({ dataDir: folder.path });
  });
});

describeOnServer('a killed process', () => {
  it(`on a PostgreSQL server loses nothing, ${rounds} times`, { timeout }, async () => {
    const schema = freshSchema();
    onTestFinished(() => dropSchemas([schema]));
    await torture({ connectionString: serverUrl, schema });
  });
});

async function torture(options: PostgresStoreOptions): Promise<void> {
  const random = seededRandom(seed);
  const acknowledged = new Set<string>();
  for (let round = 0, first = 0; round < rounds; round++) {
    const afterMs = random() * 300;
    const how = `ANYINBOX_TORTURE_SEED=${seed}, round ${round}, killed after ${afterMs.toFixed(1)} ms`;
    const numbers = await killWhileIngesting(options, first, afterMs);
    for (const number of numbers) acknowledged.add(`event ${number}`);
    const store = await createPostgresStore(options);
    try {
      first = await check(store, acknowledged, how);
    } finally {
      await store.close();
    }
  }
}

/** Returns a number that no event has yet. */
async function check(store: Store, acknowledged: ReadonlySet<string>, how: string): Promise<number> {
  const log = await readLog(store);
  const logged = new Set(log);
  expect(log.length, `an event is in the log twice: ${how}`).toBe(logged.size);
  expect(
    [...acknowledged].filter((id) => !logged.has(id)),
    `acknowledged, and lost: ${how}`,
  ).toEqual([]);

  const numbers = log.map((id) => Number(id.replace('event ', '')));
  const replayed = new Map<string, number>();
  for (const number of numbers) {
    const conversation = `conversation ${number % 7}`;
    replayed.set(conversation, (replayed.get(conversation) ?? 0) + 1);
  }
  const conversations = await readList(store, scope, { kind: 'conversation' });
  const counted = new Map(conversations.map(({ id, value }) => [id, value['count']]));
  expect(new Map([...counted].sort()), `conversations are not what the log says: ${how}`).toEqual(
    new Map([...replayed].sort()),
  );

  const messages: unknown[] = [];
  for (const parent of replayed.keys())
    for (const { id, value } of await readList(store, scope, { kind: 'message', parent }))
      messages.push(`${id}: ${value['count']}`);
  const expected = numbers.map((number) => `message ${number}: 1`);
  expect(messages.sort(), `messages are not what the log says: ${how}`).toEqual(expected.sort());
  expect(await store.mark(scope, 'last'), how).toBeOneOf(numbers.map(String));
  return Math.max(...numbers) + 1;
}
