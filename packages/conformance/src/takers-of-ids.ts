import { operations } from '@anyinbox/core';
import { calls } from './calls.ts';
import { isDeclared, limitsOf } from './declared.ts';
import { actors, inNameOf } from './in-name-of.ts';
import type { ProviderTarget, Subject } from './target.ts';
import { type Thing, thingsOf } from './things.ts';

/** A call that takes the id of one known thing, of several perhaps. */
export interface TakerOfId {
  readonly name: string;
  readonly thing: Thing;
  /** A filter by what is not there finds nothing, which is no error. */
  readonly mayResolve: boolean;
  call(subject: Subject): PromiseLike<unknown>;
}

/** Every place in which a declared operation takes an id. */
export function takersOfIds(target: Pick<ProviderTarget, 'provider'>): TakerOfId[] {
  const declared = operations.filter((operation) => isDeclared(target, operation));
  const { filters = [] } = limitsOf(target, 'conversations.list');
  const mayResolve = false;
  return [
    ...declared.flatMap((operation) =>
      (thingsOf[operation] ?? []).map(
        (thing): TakerOfId => ({ name: `${operation} (${thing})`, thing, mayResolve, call: calls[operation] }),
      ),
    ),
    ...actors
      .filter((operation) => isDeclared(target, operation) && limitsOf(target, operation).as?.includes('agent'))
      .map(
        (operation): TakerOfId => ({
          ...{ name: `${operation} (in the name of an agent)`, thing: 'agent', mayResolve },
          call: (subject) => inNameOf[operation](subject, { agentId: subject.id(subject.known.agent ?? '') }),
        }),
      ),
    ...filterTakers.filter(({ name }) => filters.some((filter) => name.endsWith(`(by ${filter})`))),
  ];
}

const filterTakers: readonly TakerOfId[] = [
  {
    ...{ name: 'conversations.list (by channelId)', thing: 'channel', mayResolve: true },
    call: ({ inbox, known, id }) => inbox.conversations.list({ channelId: id(known.channel ?? '') }),
  },
  {
    ...{ name: 'conversations.list (by assignee)', thing: 'agent', mayResolve: true },
    call: ({ inbox, known, id }) => inbox.conversations.list({ assignee: { agentId: id(known.agent ?? '') } }),
  },
];
