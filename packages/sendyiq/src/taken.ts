import { InboxError } from '@anyinbox/core/provider';

/** Reads the answer to what the vendor has taken: whatever fails now, it was done. `message` and `hint` are for an answer without an id. */
export function readTaken<T>(read: () => T, message: string, hint: string): T {
  try {
    return read();
  } catch (error) {
    if (InboxError.isInstance(error) && error.code !== 'unexpected-response') throw error.with({ outcome: 'sent' });
    throw new InboxError(message, { code: 'unexpected-response', blame: 'vendor', outcome: 'sent', hint });
  }
}
