import { describe, expect, test } from 'vitest';
import { toContent } from '../../src/content.ts';
import { contents } from '../fixtures/contents.ts';

describe('content', () => {
  test.each(contents)('$scenario', ({ template, expected }) => {
    expect(toContent(template)).toEqual({ text: '', attachments: [], isActivity: false, ...expected });
  });

  test('a group within groups ends at a depth that no message needs', () => {
    const nested = (depth: number): unknown =>
      depth === 0
        ? { type: 'text', resource: { parameters: { content: 'deep' } } }
        : { type: 'mediaGroup', resource: { parameters: { media: [nested(depth - 1)] } } };
    expect(toContent(nested(3)).text).toBe('deep');
    expect(toContent(nested(4))).toEqual({
      text: 'deep',
      attachments: [],
      isActivity: false,
    });
    expect(toContent(nested(60))).toEqual({
      text: '',
      attachments: [{ kind: 'unknown', nativeKind: 'mediaGroup' }],
      isActivity: false,
    });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a type called %s is an unknown one',
    (type) => {
      expect(toContent({ type, resource: { parameters: {} } })).toEqual({
        text: '',
        attachments: [{ kind: 'unknown', nativeKind: type }],
        isActivity: false,
      });
    },
  );
});

describe('pending text', () => {
  const pending = (content: string, replacement: unknown) =>
    toContent({ type: 'pendingText', resource: { parameters: { content, replacement } } }).text;

  test('what a value brings in is not searched again', () => {
    expect(pending('{{a}} {{b}}', { '{{a}}': '{{b}}', '{{b}}': '{{a}}' })).toBe('{{b}} {{a}}');
  });

  test('a key may hold any character, and the longer of two wins', () => {
    expect(pending('$(.*) $(.*)x', { '$(.*)': '1', '$(.*)x': '2' })).toBe('1 2');
  });

  test('a value that cannot be printed leaves its key', () => {
    expect(pending('{{a}} {{b}}', { '{{a}}': { nested: true }, '{{b}}': 7, '': 'x' })).toBe('{{a}} 7');
  });

  test.each([
    ['a missing map', undefined],
    ['a list', ['x']],
    ['nothing in the map', {}],
  ])('%s leaves the text as it came', (_, replacement) => {
    expect(pending('Hello {{a}}', replacement)).toBe('Hello {{a}}');
  });

  test('a text that would grow without bound stays as it came', () => {
    const text = 'a'.repeat(1_000);
    expect(pending(text, { a: 'b'.repeat(1_000) })).toBe(text);
    expect(pending(text, { a: 'bb' })).toBe('b'.repeat(2_000));
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`key${index}`, 'x']));
    expect(pending('key1', many)).toBe('key1');
    const long = `key${'.'.repeat(50_000)}`;
    expect(pending(long, { key: 'x' })).toBe(long);
  });
});
