import { InboxError } from '../errors/index.ts';
import type { Operation } from '../provider/index.ts';

/** The operation exists, but not with this. */
export function cannot(operation: Operation, what: string): InboxError {
  return new InboxError(`This provider does not support ${what} in ${operation}`, {
    code: 'unsupported',
    blame: 'caller',
    hint: `See inbox.capabilities['${operation}'].limits.`,
  });
}
