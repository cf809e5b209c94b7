import type { CapabilityLimits } from '@anyinbox/core';

type Limits = Required<CapabilityLimits>;

/** One for every limit that core knows: a new one without words does not compile. */
const words: { readonly [Name in keyof Limits]: (limit: Limits[Name]) => string } = {
  filters: (filters) => `filters by ${list(filters)}`,
  statuses: (statuses) => `statuses ${list(statuses)}`,
  attachments: (count) => (count === 1 ? 'one attachment' : `at most ${count} attachments`),
  caption: (may) => (may ? 'a text may go with it' : 'no text with it'),
  kinds: (kinds) => `kinds ${list(kinds)}`,
  names: () => 'no file name',
  as: (authors) =>
    `in the name of ${authors.map((author) => ({ agent: 'an agent', person: 'a person' })[author]).join(' or ')}`,
  note: (may) => (may ? 'a note may go with it' : 'no note with it'),
  fields: (fields) => `can change ${list(fields)}`,
  items: (count) => `at most ${count} items`,
};

/** Limits for people: `one attachment; no text with it`. Empty where there are none. */
export function limitWords(limits: CapabilityLimits = {}): string {
  const names = Object.keys(words) as (keyof Limits)[];
  return names.flatMap((name) => (limits[name] === undefined ? [] : [say(name, limits[name])])).join('; ');
}

function say<Name extends keyof Limits>(name: Name, limit: unknown): string {
  return words[name](limit as Limits[Name]);
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
