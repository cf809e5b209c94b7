import { createHash } from 'node:crypto';
import * as z from 'zod';
import { InboxError } from '../errors/index.ts';

const schema = z.strictObject({
  v: z.literal(1),
  /** Binds the cursor to tenant, operation and query. */
  b: z.string(),
  /** By connection: its own cursor, or null when it has ended. */
  c: z.record(z.string(), z.string().nullable()),
});

export type LaneCursors = Readonly<Record<string, string | null>>;

export function encodeMergedCursor(binding: string, lanes: LaneCursors): string {
  return Buffer.from(JSON.stringify({ v: 1, b: digest(binding), c: lanes })).toString('base64url');
}

/**
 * Throws `invalid-request` for a cursor of another tenant or query, and for one that was handed out when the tenant had other connections: what is
 * left of that list cannot be told any more.
 */
export function decodeMergedCursor(binding: string, cursor: string, connectionIds: readonly string[]): LaneCursors {
  const result = schema.safeParse(parse(cursor));
  if (!result.success) throw refuse('it is not a cursor of this version');
  if (result.data.b !== digest(binding)) throw refuse('it belongs to another tenant or query');
  const then = Object.keys(result.data.c).sort();
  if (then.join('\n') !== connectionIds.toSorted().join('\n')) throw refuse('the tenant has other connections by now');
  return result.data.c;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function digest(binding: string): string {
  return createHash('sha256').update(binding).digest('base64url').slice(0, 16);
}

function refuse(reason: string): InboxError {
  return new InboxError(`cursor cannot be used here: ${reason}`, {
    code: 'invalid-request',
    blame: 'caller',
    hint: 'Read the list from its beginning.',
  });
}
