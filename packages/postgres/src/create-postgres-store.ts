import type { Store } from '@anyinbox/core';
import type { Database } from './database/database.ts';
import { openPglite } from './database/pglite.ts';
import { connectServer, useServer } from './database/server.ts';
import { storeError } from './errors/store-error.ts';
import { checkOptions, type PostgresStoreOptions } from './options.ts';
import { openStore } from './store.ts';

/**
 * Opens a store that lasts, and brings its tables to the newest version. Rejects with an InboxError when there is no database to be had. Close it before the
 * process ends.
 */
export async function createPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  checkOptions(options);
  try {
    const database = await open(options);
    try {
      return await openStore(database, options.schema ?? 'anyinbox');
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    throw storeError(error, 'open');
  }
}

async function open(options: PostgresStoreOptions): Promise<Database> {
  if (options.dataDir !== undefined) return openPglite(options.dataDir);
  return options.pool === undefined ? connectServer(options.connectionString) : useServer(options.pool);
}
