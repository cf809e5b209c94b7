import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryStore, type Store } from '@anyinbox/core';
import { createPostgresStore } from '@anyinbox/postgres';
import { Pool } from 'pg';
import { insertBare } from './bare-insert.ts';
import { fill } from './fill.ts';
import { median } from './median.ts';
import { timePages } from './pages.ts';

const url = process.env['ANYINBOX_TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';
const small = 10_000;
/** As far as each store carries it on a machine of two cores, in minutes. */
const large = Number(process.env['ANYINBOX_BENCH_CONVERSATIONS'] ?? 1_000_000);

/** What stores cost, and that it does not grow with what is in them. */
export async function measureStores(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'anyinbox-bench-'));
  try {
    return [
      ...(await measureGrowth('memory', createMemoryStore(), Math.min(large, 200_000))),
      ...(await measureGrowth(
        'PGlite',
        await createPostgresStore({ dataDir: join(folder, 'store') }),
        Math.min(large, 100_000),
      )),
      ...(await measureServer()),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureServer(): Promise<string[]> {
  const schema = `bench_${process.pid}`;
  const pool = new Pool({ connectionString: url, max: 20 });
  try {
    const store = await createPostgresStore({ connectionString: url, schema });
    const against = await measureAgainstBare(store, pool, schema);
    await pool.query(`truncate ${schema}.events, ${schema}.records`);
    return [against, ...(await measureGrowth('PostgreSQL', store, large))];
  } finally {
    await pool.query(`drop schema if exists ${schema} cascade`);
    await pool.end();
  }
}

/** In turns, so that both see the machine in the same moods. */
async function measureAgainstBare(store: Store, pool: Pool, schema: string): Promise<string> {
  for (const table of ['events', 'records'])
    await pool.query(`create table ${schema}.bare_${table} (like ${schema}.${table} including all)`);
  const [rounds, each] = [7, 3000];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const bare = await insertBare(pool, schema, round * each, (round + 1) * each);
    const own = await fill(store, round * each, (round + 1) * each);
    ratios.push(bare / own);
  }
  await pool.query(`drop table ${schema}.bare_events, ${schema}.bare_records`);
  return `PostgreSQL: webhooks are ingested at ${median(ratios.slice(1)).toFixed(2)} times the rate of bare inserts of the same rows`;
}

async function measureGrowth(name: string, store: Store, total: number): Promise<string[]> {
  await fill(store, 0, 1000);
  const early = await fill(store, 1000, small);
  const smallPage = await timePages(store, small);
  await fill(store, small, total - small);
  const late = await fill(store, total - small, total);
  const largePage = await timePages(store, total);
  await store.close();
  const many = total.toLocaleString('en');
  return [
    `${name}: a page at ${many} conversations takes ${(largePage / smallPage).toFixed(2)} times what it takes at ${small.toLocaleString('en')} (${largePage.toFixed(2)} ms)`,
    `${name}: an event at ${many} takes ${(late / early).toFixed(2)} times what it takes at 1,000 (${late.toFixed(0)} µs)`,
  ];
}
