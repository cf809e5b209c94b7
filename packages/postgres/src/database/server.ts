import { Client, type ClientConfig, Pool } from 'pg';
import type { Database, Session, Value } from './database.ts';
import type { PostgresClient, PostgresPool } from './postgres-pool.ts';
import { listenOnServer } from './server-listener.ts';

// Without a listener, a connection that breaks while it is idle or between two statements ends the process. The next statement says so anyway.
const ignore = () => undefined;

/** A PostgreSQL server, by connections of our own. */
export function connectServer(connectionString: string): Database {
  const config = {
    connectionString,
    application_name: 'anyinbox',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  } satisfies ClientConfig;
  const pool = new Pool(config);
  return databaseOf(pool, config, () => pool.end());
}

/** A PostgreSQL server, by the connections of the app: its pool stays open. Only for listening a connection is opened, with the pool's options. */
export function useServer(pool: PostgresPool): Database {
  return databaseOf(pool, pool.options, async () => undefined);
}

function databaseOf(pool: PostgresPool, config: object, end: () => Promise<void>): Database {
  pool.on('error', ignore);
  return {
    async query<Row extends object>(text: string, values: readonly Value[] = []) {
      return withClient(pool, (client) => sessionOf(client).query<Row>(text, values));
    },
    transaction: (first, work) =>
      withClient(pool, async (client) => {
        // Statements without values travel together.
        await client.query(`begin isolation level read committed; ${limits}; ${first}`);
        const result = await work(sessionOf(client));
        await client.query('commit');
        return result;
      }),
    listen: (channel, wake) => listenOnServer(() => new Client(config as ClientConfig), channel, wake),
    async close() {
      await end();
      pool.off('error', ignore);
    },
  };
}

/** An answer is given when it is on disk, whatever the pool's default; and a process that stops in the middle does not hold the others up for ever. */
const limits = `set local synchronous_commit = on; set local lock_timeout = '60s';
  set local idle_in_transaction_session_timeout = '60s'`;

async function withClient<T>(pool: PostgresPool, work: (client: PostgresClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignore);
  let broken = false;
  try {
    return await work(client);
  } catch (error) {
    broken = !(await client.query('rollback').then(
      () => true,
      () => false,
    ));
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

function sessionOf(client: PostgresClient): Session {
  return {
    async query<Row extends object>(text: string, values: readonly Value[] = []) {
      return (await client.query(text, [...values])).rows as Row[];
    },
  };
}
