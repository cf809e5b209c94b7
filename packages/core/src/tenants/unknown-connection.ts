import { InboxError } from '../errors/index.ts';

export function unknownConnection(): InboxError {
  return new InboxError('This tenant has no such connection (any more)', {
    code: 'unknown-connection',
    blame: 'caller',
    hint: 'Ids of a connection that was removed cannot be used.',
  });
}
