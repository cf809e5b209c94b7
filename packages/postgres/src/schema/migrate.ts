import { InboxError } from '@anyinbox/core';
import type { Database, Session } from '../database/database.ts';
import { migrations } from './migrations.ts';
import type { SchemaNames } from './schema-name.ts';

/** Brings the schema to the newest version. Any number of processes may do so at once: one does it, and the others wait for it. */
export async function migrate(database: Database, { name, schema, lock }: SchemaNames): Promise<void> {
  if ((await versionOf(database, name)) === migrations.length) return;
  await database.transaction(lock, async (session) => {
    const version = await versionOf(session, name);
    if (version > migrations.length) throw newerSchema();
    if (version === 0) await prepare(session, name);
    for (const [index, migration] of migrations.entries()) {
      if (index < version) continue;
      for (const statement of migration(schema).split(';')) if (statement.trim()) await session.query(statement);
      await session.query(`insert into ${schema}.migrations (version) values ($1)`, [index + 1]);
    }
  });
}

/** Asked of the catalogue itself: what to_regclass knows may be older than the lock that was just waited for. */
async function versionOf(session: Session, name: string): Promise<number> {
  const [table] = await session.query<{ there: boolean }>(
    `select exists (
      select from pg_catalog.pg_class join pg_catalog.pg_namespace as namespace on namespace.oid = relnamespace
      where nspname = $1 and relname = 'migrations'
    ) as there`,
    [name],
  );
  if (!table?.there) return 0;
  const [newest] = await session.query<{ version: number }>(
    `select coalesce(max(version), 0)::int as version from "${name}".migrations`,
  );
  return newest?.version ?? 0;
}

/** The schema may be there already, made by someone who may do more than the app's user. */
async function prepare(session: Session, name: string): Promise<void> {
  const [found] = await session.query<{ encoding: string; there: boolean }>(
    `select current_setting('server_encoding') as encoding, 
      exists (select from pg_catalog.pg_namespace where nspname = $1) as there`,
    [name],
  );
  if (found?.encoding !== 'UTF8')
    throw new InboxError('The database of the store is not encoded in UTF8', {
      code: 'invalid-config',
      blame: 'caller',
    });
  if (!found.there) await session.query(`create schema "${name}"`);
  await session.query(
    `create table if not exists "${name}".migrations (version int primary key, applied_at timestamptz not null default now())`,
  );
}

function newerSchema(): InboxError {
  return new InboxError('The schema of the store was made by a newer version of @anyinbox/postgres', {
    code: 'invalid-config',
    blame: 'caller',
    hint: 'Update @anyinbox/postgres, or name another schema',
  });
}
