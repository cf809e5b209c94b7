import type { Inbox, Operation } from '@anyinbox/core';

export interface Probe {
  readonly operation: Operation;
  run(signal: AbortSignal): PromiseLike<unknown>;
}

/** The cheapest read that any account answers, whatever is in it; undefined where the vendor offers none. */
export function cheapestRead({ agents, groups, channels, conversations, supports }: Inbox): Probe | undefined {
  const one = (signal: AbortSignal) => ({ limit: 1, signal });
  const probes: readonly Probe[] = [
    { operation: 'agents.list', run: (signal) => agents.list(one(signal)) },
    { operation: 'groups.list', run: (signal) => groups.list(one(signal)) },
    { operation: 'channels.list', run: (signal) => channels.list(one(signal)) },
    { operation: 'conversations.list', run: (signal) => conversations.list(one(signal)) },
  ];
  return probes.find(({ operation }) => supports(operation));
}
