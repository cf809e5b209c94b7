import type { Assumption, Capability, CapabilityLimits } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';
import { alike } from '../../src/capabilities/alike.ts';
import { whoAssumes } from '../../src/capabilities/assumptions.ts';
import { codeOf, legend } from '../../src/capabilities/code.ts';
import { detailsOf } from '../../src/capabilities/details.ts';
import { limitWords } from '../../src/capabilities/limit-words.ts';
import { full, toyProvider } from '../support/toy-providers.ts';

describe('a code says level, via and basis, and the legend has each of its characters', () => {
  const levels = ['full', 'partial'] as const;
  const ways = ['native', 'composed', 'mirror'] as const;
  const grounds = ['documented', 'observed', 'inferred'] as const;
  const supported = levels.flatMap((level) =>
    ways.flatMap((via) => grounds.map((basis): Capability => ({ level, via, basis }))),
  );
  const all: readonly Capability[] = [
    ...supported,
    { level: 'none', because: 'vendor' },
    { level: 'none', because: 'not-yet' },
  ];

  test('no two capabilities share a code', () => {
    expect(new Set(all.map(codeOf)).size).toBe(all.length);
  });

  test.for(all)('%j', (capability) => {
    for (const character of codeOf(capability).replaceAll(' ', ''))
      expect(legend.join(', ')).toMatch(new RegExp(`(^|, )${character} `));
  });
});

test.for<[CapabilityLimits | undefined, string]>([
  [undefined, ''],
  [{}, ''],
  [{ filters: ['status', 'search'], statuses: ['open'] }, 'filters by status, search; statuses open'],
  [{ filters: [] }, 'filters by nothing'],
  [{ attachments: 1, caption: false, kinds: ['image'] }, 'one attachment; no text with it; kinds image'],
  [{ attachments: 3, caption: true, names: false }, 'at most 3 attachments; a text may go with it; no file name'],
  [{ as: ['agent', 'person'] }, 'in the name of an agent or a person'],
  [{ note: true }, 'a note may go with it'],
  [{ note: false }, 'no note with it'],
  [{ fields: ['name', 'active'] }, 'can change name, active'],
  [{ items: 1000 }, 'at most 1000 items'],
])('limits in words: %j', ([limits, expected]) => {
  expect(limitWords(limits)).toBe(expected);
});

test('details: limits, then the note; operations that share a text share an entry', () => {
  const { capabilities } = toyProvider({
    capabilities: {
      'conversations.list': { ...full, limits: { items: 5 }, note: 'Slowly.' },
      'conversations.get': full,
      'messages.list': { level: 'none', because: 'not-yet', note: 'Later.' },
      'messages.get': { level: 'none', because: 'not-yet', note: 'Later.' },
      'channels.update': { ...full, limits: { fields: ['name'] } },
    },
  });
  expect(detailsOf(capabilities)).toEqual([
    { operations: ['conversations.list'], text: 'At most 5 items. Slowly.' },
    { operations: ['messages.list', 'messages.get'], text: 'Later.' },
    { operations: ['channels.update'], text: 'Can change name.' },
  ]);
});

test('providers that declare the same are told of once, in the order of the first', () => {
  const [a, b] = [toyProvider({ id: 'a', name: 'A' }), toyProvider({ id: 'b', name: 'B' })];
  const other = toyProvider({ id: 'c', name: 'C', capabilities: { 'groups.list': full } });
  expect(alike([a, other, b], ({ capabilities }) => capabilities)).toEqual([
    { providers: [a, b], names: 'A and B' },
    { providers: [other], names: 'C' },
  ]);
});

test('a provider without assumptions, or with an empty list of them, assumes nothing', () => {
  const assumption: Assumption = { assumed: 'Bodies are JSON.', basis: 'inferred', source: 'facts §1' };
  const assuming = toyProvider({ id: 'a', assumptions: [assumption] });
  const { assumptions: _, ...without } = toyProvider({ id: 'b' });
  const others = [without, toyProvider({ id: 'c', assumptions: [] })];
  expect(whoAssumes([...others, assuming])).toEqual({
    assuming: [{ providers: [assuming], names: 'Toy' }],
    others,
  });
});
