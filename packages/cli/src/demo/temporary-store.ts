import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '@anyinbox/core';
import { createPostgresStore } from '@anyinbox/postgres';

export interface TemporaryStore extends AsyncDisposable {
  readonly store: Store;
}

/** A PGlite folder that is gone afterwards: PostgreSQL in this process, without a server. */
export async function openTemporaryStore(): Promise<TemporaryStore> {
  const folder = await mkdtemp(join(tmpdir(), 'anyinbox-demo-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const store = await createPostgresStore({ dataDir: join(folder, 'store') });
    return {
      store,
      async [Symbol.asyncDispose]() {
        await store.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
