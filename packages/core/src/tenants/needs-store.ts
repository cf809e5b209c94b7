import { InboxError } from '../errors/index.ts';

export function needsStore(operation: string): InboxError {
  return new InboxError(`${operation} needs a store`, {
    code: 'unsupported',
    blame: 'caller',
    operation,
    hint: 'Give `createTenants` one: `store: await createPostgresStore({ dataDir })`, or createMemoryStore() to try it out.',
  });
}
