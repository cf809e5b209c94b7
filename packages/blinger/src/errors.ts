import { InboxError } from '@anyinbox/core/provider';
import type { Refusal } from './assumptions.ts';

/** The same failure, said better if it is a 400 that means something on this path. */
export async function explaining400<T>(answer: Promise<T>, { isMeant, ...meaning }: Refusal): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const explained = InboxError.isInstance(error) && error.status === 400 && isMeant(error);
    throw explained ? error.with(meaning) : error;
  }
}
