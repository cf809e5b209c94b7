import { InboxError } from '@anyinbox/core';

/** JSON with every U+0000 and every half character escaped, which is how PostgreSQL can keep them. */
export function toJson(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    throw new InboxError('What was given to the store is not JSON-safe', {
      code: 'invalid-request',
      blame: 'caller',
      operation: 'store.ingest',
    });
  }
}
