import { isDeclared, limitsOf } from './declared.ts';
import { actors, inNameOf, person } from './in-name-of.ts';
import type { ProviderTarget, Subject } from './target.ts';

/** A call that a declaration excludes. */
export type Excluded = readonly [name: string, call: (subject: Subject) => PromiseLike<unknown>];

/** Those in whose name a declared operation cannot be done. */
export function excludedAuthors(target: Pick<ProviderTarget, 'provider'>): Excluded[] {
  const excluded = (kind: 'agent' | 'person') =>
    actors
      .filter((operation) => isDeclared(target, operation) && !limitsOf(target, operation).as?.includes(kind))
      // One who is nobody's agent cannot be asked for there.
      .filter((operation) => kind === 'agent' || operation !== 'conversations.reopen')
      .map(
        (operation): Excluded => [
          `${operation} in the name of ${kind === 'agent' ? 'an agent' : 'a person'}`,
          (subject) =>
            inNameOf[operation](
              subject,
              kind === 'agent' ? { agentId: subject.id(subject.known.agent ?? 'agent') } : person,
            ),
        ],
      );
  return [...excluded('agent'), ...excluded('person')];
}
