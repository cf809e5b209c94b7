import { createTables } from './migration-1-tables.ts';

/**
 * In the order in which they are applied; the first is number 1. Statements end with a semicolon, and hold none. What was published once is never
 * edited: what comes later goes behind it.
 */
export const migrations: readonly ((schema: string) => string)[] = [createTables];
