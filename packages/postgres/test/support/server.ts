import { randomUUID } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';
import { describe, it } from 'vitest';

export const serverUrl = process.env['ANYINBOX_TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';

/** Why tests on a server cannot run here; undefined where they can, or must. */
const missing = await whyMissing();

/** `describe` for tests on a PostgreSQL server: skipped, with the reason, where there is none and none is required. */
export function describeOnServer(name: string, body: () => void): void {
  if (missing === undefined) describe(name, body);
  else describe(name, () => it.skip(`needs PostgreSQL: ${missing}`, () => undefined));
}

/** A name that no other run uses. */
export function freshSchema(): string {
  return `test_${randomUUID().replaceAll('-', '')}`;
}

/** Statements as an administrator runs them. */
export async function onServer<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: serverUrl, connectionTimeoutMillis: 3000 } satisfies ClientConfig);
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

export async function dropSchemas(names: Iterable<string>): Promise<void> {
  for (const name of names) await onServer(`set client_min_messages = error; drop schema if exists ${name} cascade`);
}

async function whyMissing(): Promise<string | undefined> {
  if (process.env['CI'] || process.env['ANYINBOX_REQUIRE_POSTGRES']) return undefined;
  try {
    await onServer('select 1');
    return undefined;
  } catch {
    return 'no server answers; ANYINBOX_TEST_POSTGRES_URL may name one';
  }
}
