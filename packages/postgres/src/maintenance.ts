import type { Database } from './database/database.ts';

const firstAfter = 500;

/**
 * Tells the planner how large the tables are, each time that twice as much was written. Without it a table that grew from nothing is taken for tiny, and a
 * record is looked up by reading a whole list. A server does it by itself, but a minute too late; PGlite never does, nor does it clear away what
 * updates leave behind.
 */
export function createMaintenance(database: Database, schema: string) {
  let written = 0;
  let nextAt = firstAfter;
  return {
    /** Whether it is time, after so many rows more. */
    isDue(rows: number): boolean {
      written += rows;
      if (written < nextAt) return false;
      nextAt = 2 * written;
      return true;
    },
    async run(): Promise<void> {
      for (const table of ['records', 'events'])
        await database.query(`vacuum (analyze, skip_locked) ${schema}.${table}`);
    },
  };
}
