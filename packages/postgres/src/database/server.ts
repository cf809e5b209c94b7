import { Client, type ClientConfig, Pool } from 'pg';
import { isLostConnection } from '../errors/sql-state.ts';
import type { Database, Session, Value } from './database.ts';
import type { PostgresClient, PostgresPool } from './postgres-pool.ts';
import { listenOnServer } from './server-listener.ts';

// Without a listener, a connection that breaks while it is idle or between two statements ends the process. The next statement says so anyway.
const ignore = () => undefined;

/** A server that is silent for longer than any lock is waited for is gone: what is under way fails, and the next statement finds another connection. */
const silentMs = 70_000;

/** A PostgreSQL server, by connections of our own. */
export function connectServer(connectionString: string, answerMs = silentMs): Database {
  const config = {
    connectionString,
    application_name: 'anyinbox',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  } satisfies ClientConfig;
  const pool = new Pool(config);
  return databaseOf(pool, config, () => pool.end(), answerMs);
}

/** A PostgreSQL server, by the connections of the app: its pool stays open. Only for listening a connection is opened, with the pool's options. */
export function useServer(pool: PostgresPool): Database {
  return databaseOf(pool, pool.options, async () => undefined, silentMs);
}

function databaseOf(pool: PostgresPool, config: object, end: () => Promise<void>, answerMs: number): Database {
  pool.on('error', ignore);
  return {
    async query<Row extends object>(text: string, values: readonly Value[] = []) {
      return withClient(pool, answerMs, (client) => sessionOf(client, answerMs).query<Row>(text, values));
    },
    transaction: (first, work) =>
      withClient(pool, answerMs, async (client) => {
        const session = sessionOf(client, answerMs);
        // Statements without values travel together.
        await session.query(`begin isolation level read committed; ${limits}; ${first}`);
        const result = await work(session);
        await session.query('commit');
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

async function withClient<T>(
  pool: PostgresPool,
  answerMs: number,
  work: (client: PostgresClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignore);
  let broken = false;
  try {
    return await work(client);
  } catch (error) {
    // Of one that may be gone no answer is waited for.
    broken = isLostConnection(error) || !(await rollBack(client, answerMs));
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

async function rollBack(client: PostgresClient, answerMs: number): Promise<boolean> {
  return sessionOf(client, answerMs)
    .query('rollback')
    .then(
      () => true,
      () => false,
    );
}

function sessionOf(client: PostgresClient, answerMs: number): Session {
  return {
    async query<Row extends object>(text: string, values: readonly Value[] = []) {
      const given = values.length > 0 ? { values: [...values] } : {};
      return (await client.query({ text, ...given, query_timeout: answerMs })).rows as Row[];
    },
  };
}
