import { InboxError } from '@anyinbox/core';

/** The InboxError that this ends in; fails the test when it ends otherwise. */
export async function caught(work: () => unknown): Promise<InboxError> {
  try {
    await work();
  } catch (error) {
    if (InboxError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** The same for what throws at once. */
export function thrown(work: () => unknown): InboxError {
  try {
    work();
  } catch (error) {
    if (InboxError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
