import { createHash } from 'node:crypto';
import * as z from 'zod';
import { InboxError } from '../errors/index.ts';

const version = 1;

/** Where a listing continues: the vendor's page, how far it is used up, and what was handed out lately, which may stand on it again. */
export interface Place {
  readonly position: string | undefined;
  readonly offset: number;
  readonly seen: readonly string[];
}

const schema = z.strictObject({
  v: z.literal(version),
  /** Binds the cursor to connection, operation and query. */
  b: z.string(),
  p: z.string().max(4096).optional(),
  o: z.int().nonnegative(),
  s: z.array(z.string().length(6)).max(100),
});

export function encodeCursor(binding: string, place: Place): string {
  const content = { v: version, b: digest(binding), p: place.position, o: place.offset, s: place.seen };
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** Throws `invalid-request` for a cursor of another connection or query, of another version, or that is none. */
export function decodeCursor(binding: string, cursor: string): Place {
  const result = schema.safeParse(parse(cursor));
  if (!result.success) throw refuse('it is not a cursor of this version');
  if (result.data.b !== digest(binding)) throw refuse('it belongs to another connection or query');
  return { position: result.data.p, offset: result.data.o, seen: result.data.s };
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
    hint: 'Pass the `nextCursor` of a page back to the same inbox with the same query.',
  });
}
