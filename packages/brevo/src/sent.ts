import { InboxError, unexpectedResponse } from '@anyinbox/core/provider';

/**
 * Reads what the vendor answered to a send. It answered 2xx without an error, so it took it: an object that cannot be read is a failure with the
 * outcome `sent`. An empty body leaves it unknown.
 */
export function readSent<T>(answer: unknown, map: (raw: unknown) => T): T {
  if (answer === undefined) throw unexpectedResponse('body', []).with({ outcome: 'unknown' });
  try {
    return map(answer);
  } catch (error) {
    throw InboxError.isInstance(error) ? error.with({ outcome: 'sent' }) : error;
  }
}
