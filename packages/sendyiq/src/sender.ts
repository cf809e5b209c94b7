import type { Author } from '@anyinbox/core/provider';
import { words } from './assumptions/index.ts';
import { wordFor } from './words.ts';

/** What an object says about who wrote a message; each may be missing. */
export interface SenderFacts {
  readonly direction?: string | null | undefined;
  readonly inbound?: boolean | null | undefined;
  readonly outbound?: boolean | null | undefined;
  readonly author?: string | null | undefined;
  readonly bot?: boolean | null | undefined;
}

export interface Sender {
  readonly direction: 'inbound' | 'outbound';
  readonly kind: Author['kind'];
  /** False when nothing said it and the rule's default was taken. */
  readonly proven: boolean;
}

/** The rule is stated at `senderRule` in assumptions/rules.ts. */
export function decideSender(facts: SenderFacts): Sender {
  const named = facts.bot === true ? 'bot' : wordFor(words.author, facts.author ?? '');
  const said = wordFor(words.direction, facts.direction ?? '') ?? flagged(facts) ?? directionOf(named);
  const direction = said ?? 'outbound';
  return { direction, kind: kindFor(direction, named), proven: said !== undefined };
}

function flagged({ inbound, outbound }: SenderFacts): Sender['direction'] | undefined {
  if (typeof inbound === 'boolean') return inbound ? 'inbound' : 'outbound';
  if (typeof outbound === 'boolean') return outbound ? 'outbound' : 'inbound';
  return undefined;
}

function directionOf(author: Author['kind'] | undefined): Sender['direction'] | undefined {
  if (author === undefined) return undefined;
  return author === 'contact' ? 'inbound' : 'outbound';
}

function kindFor(direction: Sender['direction'], named: Author['kind'] | undefined): Author['kind'] {
  if (named === undefined) return direction === 'inbound' ? 'contact' : 'unknown';
  return directionOf(named) === direction ? named : 'unknown';
}
