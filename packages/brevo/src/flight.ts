import { type Call, InboxError } from '@anyinbox/core/provider';

/**
 * Does something once for all calls that want it at the same time. It is done within the call of whoever came first; when that one leaves, the next
 * does it instead, so that aborting one call fails no other.
 */
export function createFlight<T>(work: (call: Call) => Promise<T>): (call: Call) => Promise<T> {
  let flight: { readonly pilot: Call; readonly result: Promise<T> } | undefined;

  const start = (pilot: Call) => {
    const result = work(pilot).finally(() => {
      flight = undefined;
    });
    return { pilot, result };
  };

  return async (call) => {
    for (;;) {
      flight ??= start(call);
      const { pilot, result } = flight;
      try {
        return await orAborted(result, call.signal);
      } catch (error) {
        if (pilot === call || call.signal?.aborted || !isAbort(error)) throw error;
      }
    }
  };
}

/** The result, unless this caller leaves before it is there. */
async function orAborted<T>(result: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return result;
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () =>
      reject(new InboxError('The call was aborted', { code: 'aborted', blame: 'caller', cause: signal.reason }));
  });
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();
  try {
    return await Promise.race([result, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

function isAbort(error: unknown): boolean {
  return InboxError.isInstance(error) && error.code === 'aborted';
}
