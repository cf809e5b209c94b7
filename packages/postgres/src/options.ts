import { InboxError } from '@anyinbox/core';
import type { PostgresPool } from './database/postgres-pool.ts';
import { isSchemaName } from './schema/schema-name.ts';

interface CommonOptions {
  /** The schema that holds the tables, made if it is not there: lower-case letters, digits and `_`. Default `anyinbox`. */
  readonly schema?: string | undefined;
}

/** A folder, without a server: for one process at a time. */
export interface FolderOptions extends CommonOptions {
  readonly dataDir: string;
  readonly connectionString?: undefined;
  readonly pool?: undefined;
}

/** A PostgreSQL server, 12 or later: for any number of processes. */
export interface ServerOptions extends CommonOptions {
  /** `postgres://user:password@host:5432/database`. It appears in no error. */
  readonly connectionString: string;
  readonly dataDir?: undefined;
  readonly pool?: undefined;
}

/** The app's own `Pool` of the package pg. Closing the store does not end it. */
export interface PoolOptions extends CommonOptions {
  readonly pool: PostgresPool;
  readonly dataDir?: undefined;
  readonly connectionString?: undefined;
}

export type PostgresStoreOptions = FolderOptions | ServerOptions | PoolOptions;

export function checkOptions({ dataDir, connectionString, pool, schema }: PostgresStoreOptions): void {
  const given = [dataDir, connectionString, pool].filter((option) => option !== undefined && option !== '');
  if (given.length !== 1) throw invalid('The store needs exactly one of dataDir, connectionString and pool');
  if (schema !== undefined && !isSchemaName(schema))
    throw invalid('The schema of the store needs a name of lower-case letters, digits and _, at most 63 of them');
}

function invalid(message: string): InboxError {
  return new InboxError(message, { code: 'invalid-config', blame: 'caller' });
}
