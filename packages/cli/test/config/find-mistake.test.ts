import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMistake } from '../../src/config/find-mistake.ts';

test.for([
  ['', 1, 1],
  ['nul', 1, 1],
  ['{', 1, 2],
  ['{,}', 1, 2],
  ['{"a" 1}', 1, 6],
  ['{"a": }', 1, 7],
  ['{"a": 1,}', 1, 9],
  ["{'a': 1}", 1, 2],
  ['{a: 1}', 1, 2],
  ['[1, 2', 1, 6],
  ['[1 2]', 1, 4],
  ['[1,]', 1, 4],
  ['[01]', 1, 2],
  ['{"a": 1]', 1, 8],
  ['{"a": 1} x', 1, 10],
  ['{\n  "a": "un\\x"\n}', 2, 8],
  ['{\r\n  "a": "open\n}', 2, 8],
  ['// no comments\n{}', 1, 1],
])('%j is wrong at %i:%i', ([text, line, column]) => {
  expect(() => JSON.parse(String(text))).toThrow();
  expect(findMistake(String(text))).toEqual({ line, column });
});

test('of any JSON with a character taken out or put in, it finds a place in the text', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', ']', '\\', 'x', '\n'), (json, at, put) => {
      const place = at % (json.length + 1);
      const text = json.slice(0, place) + put + json.slice(place + 1);
      if (isJson(text)) return;
      const { line, column } = findMistake(text);
      const lines = text.split('\n');
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
    }),
  );
});

test('deep and long texts are no trouble', () => {
  expect(findMistake('['.repeat(100_000))).toEqual({ line: 1, column: 100_001 });
  expect(findMistake(`[${'1,\n'.repeat(100_000)}]`)).toEqual({ line: 100_001, column: 1 });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
