import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PGlite, type Queries } from '@electric-sql/pglite';
import type { Database, Session } from './database.ts';
import { lockFolder } from './lock-folder.ts';

/** PostgreSQL in this process, in a folder that no other process may open meanwhile. */
export async function openPglite(dataDir: string): Promise<Database> {
  // PGlite takes 'memory://…' for a place that forgets; a resolved path is a folder, whatever it is called.
  const folder = resolve(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  try {
    return databaseOf(await PGlite.create(folder), unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

function databaseOf(pglite: PGlite, unlock: () => Promise<void>): Database {
  return {
    ...sessionOf(pglite),
    transaction: (first, work) =>
      pglite.transaction(async (transaction) => {
        await transaction.exec(first);
        return work(sessionOf(transaction));
      }),
    listen(channel, wake) {
      const listening = pglite.listen(channel, wake).catch(() => undefined);
      return async () => {
        const end = await listening;
        await end?.().catch(() => undefined);
      };
    },
    async close() {
      try {
        await pglite.close();
      } finally {
        await unlock();
      }
    },
  };
}

function sessionOf(queries: Queries): Session {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      return (await queries.query<Row>(text, [...values])).rows;
    },
  };
}
