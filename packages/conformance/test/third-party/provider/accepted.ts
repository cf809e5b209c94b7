import { InboxError } from '@anyinbox/core/provider';

/** Maps the answer to something that must not be said twice. The vendor took it: whoever cannot read its answer must know that. */
export function accepted<T>(map: () => T): T {
  try {
    return map();
  } catch (error) {
    throw InboxError.isInstance(error) ? error.with({ outcome: 'sent' }) : error;
  }
}
