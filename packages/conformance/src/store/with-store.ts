import type { Store } from '@anyinbox/core';
import type { StoreTarget } from './target.ts';

/** A test with a store of its own, which is closed after it. */
export function withStore(target: StoreTarget, test: (store: Store) => Promise<void>): () => Promise<void> {
  return async () => {
    const store = await target.open();
    try {
      await test(store);
    } finally {
      await store.close();
    }
  };
}
