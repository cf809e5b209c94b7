import type { AnyProvider, Operation } from '@anyinbox/core';
import { isDeclared } from './declared.ts';

/** The cheapest read that a provider declares: one that asks for a single object, else a list. */
export function cheapestRead(provider: AnyProvider): Operation | undefined {
  const candidates = [
    'conversations.get',
    'channels.get',
    'channels.list',
    'agents.list',
    'groups.list',
    'conversations.list',
    'messages.list',
    'messages.get',
  ] as const;
  return candidates.find((operation) => isDeclared({ provider }, operation));
}

/** Every read that a provider declares. */
export function declaredReads(provider: AnyProvider): Operation[] {
  const reads = [
    'conversations.get',
    'conversations.list',
    'messages.list',
    'notes.list',
    'channels.list',
    'channels.get',
    'agents.list',
    'groups.list',
    'messages.get',
  ] as const;
  return reads.filter((operation) => isDeclared({ provider }, operation));
}
