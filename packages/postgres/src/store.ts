import type { Store } from '@anyinbox/core';
import { createCalls } from './calls.ts';
import type { Database } from './database/database.ts';
import { createGroupCommit } from './ingest/group-commit.ts';
import { createGroupWriter } from './ingest/write-group.ts';
import { createLeases } from './leases.ts';
import { createMaintenance } from './maintenance.ts';
import { createReads } from './read/reads.ts';
import { createErase } from './remove/erase.ts';
import { createExpire } from './remove/expire.ts';
import { createForget } from './remove/forget.ts';
import { migrate } from './schema/migrate.ts';
import { namesOf } from './schema/schema-name.ts';
import { createWatch } from './watch.ts';

/** A store in a schema of a database, which it closes with itself. */
export async function openStore(database: Database, schemaName: string): Promise<Store> {
  const names = namesOf(schemaName);
  const calls = createCalls();
  const { run } = calls;
  const reads = createReads(database, names.schema);
  const leases = createLeases(database, names.schema);
  const ingest = createGroupCommit(createGroupWriter(database, names));
  const erase = createErase(database, names);
  const expire = createExpire(database, names);
  const forget = createForget(database, names);
  const maintenance = createMaintenance(database, names.schema);
  const watching = createWatch(database, names.channel, reads.head);
  let closing: Promise<void> | undefined;

  await run('migrate', () => migrate(database, names));
  return {
    ingest: (delivery) =>
      run('ingest', async () => {
        const accepted = await ingest(delivery);
        // Nobody waits for it, and what fails of it fails again, or not, the next time.
        if (maintenance.isDue(accepted.length)) void run('maintain', maintenance.run).catch(() => undefined);
        return { accepted };
      }),
    list: (scope, query) => run('list', () => reads.list(scope, query)),
    get: (scope, kind, ids) => run('get', () => reads.get(scope, kind, ids)),
    events: (query) => run('events', () => reads.events(query)),
    head: () => run('head', reads.head),
    watch: watching.watch,
    mark: (scope, name) => run('mark', () => reads.mark(scope, name)),
    lease: (name, owner, ttlMs) => run('lease', () => leases.lease(name, owner, ttlMs)),
    release: (name, owner) => run('release', () => leases.release(name, owner)),
    erase: (scope, what) => run('erase', () => erase(scope, what)),
    expire: (scope, before, limit) => run('expire', () => expire(scope, before, limit)),
    forget: (tenantId, connectionId) => run('forget', () => forget(tenantId, connectionId)),
    close() {
      closing ??= (async () => {
        await Promise.all([calls.end(), watching.close()]);
        await database.close();
      })();
      return closing;
    },
  };
}
