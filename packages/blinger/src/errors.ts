import { InboxError } from '@anyinbox/core/provider';
import type { Refusal } from './assumptions.ts';

/** The input is wrong. The message names the field, never its value. */
export function invalidRequest(message: string): InboxError {
  return new InboxError(message, { code: 'invalid-request', blame: 'caller', attempts: 0 });
}

/** The same failure, said better if it is a 400 that means something on this path. */
export async function explaining400<T>(answer: Promise<T>, { isMeant, ...meaning }: Refusal): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const explained = InboxError.isInstance(error) && error.status === 400 && isMeant(error);
    throw explained ? error.with(meaning) : error;
  }
}
