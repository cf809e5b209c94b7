export { createPostgresStore } from './create-postgres-store.ts';
export type { PostgresClient, PostgresPool } from './database/postgres-pool.ts';
export type { FolderOptions, PoolOptions, PostgresStoreOptions, ServerOptions } from './options.ts';
