import type { Store } from '@anyinbox/core';
import type { Database } from './database/database.ts';
import { keyOf } from './keys.ts';

/** Leases by the clock of the database: those of the machines may differ. */
export function createLeases(database: Database, schema: string) {
  return {
    async lease(name, owner, ttlMs) {
      const taken = await database.query(
        `insert into ${schema}.leases (name, owner, until)
          values ($1, $2, clock_timestamp() + $3::float8 * interval '1 millisecond')
          on conflict (name) do update set owner = excluded.owner, until = excluded.until
          where leases.owner = excluded.owner or leases.until <= clock_timestamp()
          returning name`,
        [keyOf(name), keyOf(owner), ttlMs],
      );
      return taken.length > 0;
    },
    async release(name, owner) {
      await database.query(`delete from ${schema}.leases where name = $1 and owner = $2`, [keyOf(name), keyOf(owner)]);
    },
  } satisfies Partial<Store>;
}
