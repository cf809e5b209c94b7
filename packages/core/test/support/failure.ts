import { InboxError } from '@anyinbox/core';

/** The InboxError that a promise rejects with; anything else fails the test. */
export async function failure(promise: PromiseLike<unknown>): Promise<InboxError> {
  try {
    await promise;
  } catch (error) {
    if (InboxError.isInstance(error)) return error;
    throw new Error(`rejected with ${String(error)}, which is no InboxError`, { cause: error });
  }
  throw new Error('did not reject');
}
