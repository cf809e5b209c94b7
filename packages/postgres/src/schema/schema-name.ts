import { createHash } from 'node:crypto';

/** Everything that is called after the schema. A name of this form needs no escaping anywhere. */
export interface SchemaNames {
  readonly name: string;
  /** The name, for use in SQL. */
  readonly schema: string;
  readonly channel: string;
  /** A statement: whoever runs it in a transaction is the only one that writes, in any process, until the transaction ends. */
  readonly lock: string;
}

export function isSchemaName(name: string): boolean {
  return /^[a-z_][a-z0-9_]{0,62}$/.test(name) && !name.startsWith('pg_');
}

export function namesOf(name: string): SchemaNames {
  const digest = createHash('sha256').update(`anyinbox:${name}`).digest();
  return {
    name,
    schema: `"${name}"`,
    channel: `anyinbox_${digest.toString('hex', 0, 12)}`,
    lock: `select pg_advisory_xact_lock(${digest.readBigInt64BE()})`,
  };
}
