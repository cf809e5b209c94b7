import { InboxError } from '@anyinbox/core';
import { storeError } from './errors/store-error.ts';

/** Calls that are under way: their failures become errors of ours, and closing waits for them. */
export function createCalls() {
  const running = new Set<Promise<unknown>>();
  let closed = false;
  return {
    async run<T>(operation: string, work: () => Promise<T>): Promise<T> {
      if (closed) throw new InboxError('The store is closed', { code: 'internal', blame: 'caller' });
      const call = work();
      running.add(call);
      try {
        return await call;
      } catch (error) {
        throw storeError(error, operation);
      } finally {
        running.delete(call);
      }
    },
    /** No more of them; resolves when all have ended. */
    async end(): Promise<void> {
      closed = true;
      await Promise.allSettled(running);
    },
  };
}
