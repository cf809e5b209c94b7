import assert from 'node:assert/strict';
import { InboxError } from '@anyinbox/core';

/** The InboxError that the promise rejects with; anything else fails. */
export async function rejection(promise: PromiseLike<unknown>): Promise<InboxError> {
  try {
    await promise;
  } catch (error) {
    if (InboxError.isInstance(error)) return error;
    throw new assert.AssertionError({ message: `rejected with ${String(error)}, which is no InboxError` });
  }
  throw new assert.AssertionError({ message: 'did not reject' });
}
