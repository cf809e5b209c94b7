import { type Delivery, InboxError } from '@anyinbox/core';
import { isLostConnection } from '../errors/sql-state.ts';
import type { Accepted } from './write-group.ts';

const mostDeliveries = 256;
const mostEntries = 4096;
/** Some seconds of writing. Beyond them whoever delivers has to try again later, rather than wait in memory. */
const mostWaiting = 10_000;

interface Waiting {
  readonly delivery: Delivery;
  resolve(accepted: readonly string[]): void;
  reject(error: unknown): void;
}

/**
 * While one transaction is under way, deliveries gather for the next: a commit costs the same for one as for many. One that fails fails alone.
 */
export function createGroupCommit(write: (deliveries: readonly Delivery[]) => Promise<Accepted>) {
  const queue: Waiting[] = [];
  let working = false;

  const writeAlone = (waiting: Waiting) =>
    write([waiting.delivery]).then(([accepted = []]) => waiting.resolve(accepted), waiting.reject);

  const writeTogether = async (group: readonly Waiting[]) => {
    try {
      const accepted = await write(group.map(({ delivery }) => delivery));
      group.forEach(({ resolve }, index) => {
        resolve(accepted[index] ?? []);
      });
    } catch (error) {
      // Nobody knows whether a commit without an answer took effect: to repeat it would tell that nothing was new.
      if (group.length === 1 || isLostConnection(error)) for (const { reject } of group) reject(error);
      else for (const waiting of group) await writeAlone(waiting);
    }
  };

  const work = async () => {
    if (working) return;
    working = true;
    while (queue.length > 0) await writeTogether(queue.splice(0, groupSize(queue)));
    working = false;
  };

  return (delivery: Delivery) =>
    new Promise<readonly string[]>((resolve, reject) => {
      if (queue.length >= mostWaiting) return reject(tooMany());
      queue.push({ delivery, resolve, reject });
      void work();
    });
}

function tooMany(): InboxError {
  return new InboxError('More is waiting to be written than the store takes', {
    code: 'provider-unavailable',
    blame: 'network',
    retryable: true,
    operation: 'store.ingest',
  });
}

function groupSize(queue: readonly Waiting[]): number {
  let size = 0;
  let entries = 0;
  for (const { delivery } of queue.slice(0, mostDeliveries)) {
    entries += delivery.entries.length;
    if (size > 0 && entries > mostEntries) break;
    size++;
  }
  return size;
}
