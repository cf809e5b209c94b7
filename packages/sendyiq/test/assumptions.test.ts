import { describe, expect, it } from 'vitest';
import * as assumptions from '../src/assumptions/index.ts';

const { conversationFields, messageFields, sentMessageFields, attachmentFields, channelFields, answerFields } =
  assumptions;
const fields = Object.entries({
  conversationFields,
  messageFields,
  sentMessageFields,
  attachmentFields,
  channelFields,
  answerFields,
}).flatMap(([table, entries]) =>
  Object.entries(entries).map(([field, entry]) => ({ name: `${table}.${field}`, entry })),
);

describe('every assumption', () => {
  it.each(fields)('$name is marked and says what it stands on', ({ entry }) => {
    expect(entry.basis).toBe('inferred');
    expect(entry.from).toMatch(/§|UNKNOWN/);
    expect(entry.spellings.length).toBeGreaterThan(0);
    expect(new Set(entry.spellings).size).toBe(entry.spellings.length);
  });

  it('is spelled so that both casings are found', () => {
    const spellings = fields.flatMap(({ entry }) => entry.spellings);
    expect(spellings.filter((spelling) => !/^[a-z]\w*(\.[a-z]\w*)*$/.test(spelling))).toEqual([]);
  });

  it.each(Object.entries(assumptions.words).filter(([, table]) => typeof table === 'object'))(
    'about words of %s gives each word one meaning, in the form in which words are compared',
    (_, table) => {
      const all: string[] = Object.values(table).flat();
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
    },
  );
});
