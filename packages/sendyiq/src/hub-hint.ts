import type { Hint } from '@anyinbox/core/provider';
import { hub } from './assumptions/index.ts';
import { valueAt } from './record.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The conversation that a push names, wherever it does; else the newest ones are looked at, which finds it too. */
export function hintOf(args: readonly unknown[]): Hint {
  const named = args.flatMap((argument) => hub.conversationId.map((spelling) => valueAt(argument, spelling)));
  const conversationId = named.find((value): value is string => typeof value === 'string' && uuid.test(value));
  return conversationId === undefined ? { conversations: 'newest' } : { conversationId };
}
