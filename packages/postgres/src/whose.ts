import { createHash } from 'node:crypto';

/** By what an erased conversation or contact is known again, and nobody else can know it. `id` is a key of the tables. */
export function whoseKey(kind: 'conversation' | 'contact', id: string): string {
  return createHash('sha256').update(`${kind}:${id}`).digest('base64url');
}
