import { inspect } from 'node:util';
import { InboxError } from '@anyinbox/core';
import { expect } from 'vitest';

/** The error that a call ends in. */
export async function failureOf(call: PromiseLike<unknown>): Promise<InboxError> {
  const result = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(InboxError.isInstance(result), 'the call ends in an InboxError').toBe(true);
  return result as InboxError;
}

/** Every way in which a value might be printed. */
export function printed(value: unknown): string {
  const everything = { showHidden: true, depth: Number.POSITIVE_INFINITY, maxArrayLength: null, maxStringLength: null };
  const stack = value instanceof Error ? value.stack : '';
  return [String(value), JSON.stringify(value), inspect(value, everything), stack].join('\n');
}
