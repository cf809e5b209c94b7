import type { Parameters } from './untyped.ts';

/** Far beyond any message. Behind them the text stays as it came: a hostile answer must not become a text a thousand times its size. */
const maxKeys = 100;
const maxLength = 50_000;

/** Puts the values of `replacement` where its keys stand in the text, each key verbatim. A value is not searched for keys again. */
export function replaced(text: string, replacement: Parameters): string {
  const keys = Object.keys(replacement).filter((key) => key !== '' && isPrintable(replacement[key]));
  if (keys.length === 0 || keys.length > maxKeys || text.length > maxLength) return text;
  const longestFirst = keys.toSorted((left, right) => right.length - left.length);
  const pattern = new RegExp(longestFirst.map(escaped).join('|'), 'g');
  let result = '';
  let end = 0;
  for (const { 0: key, index } of text.matchAll(pattern)) {
    result += text.slice(end, index) + String(replacement[key]);
    end = index + key.length;
    if (result.length > maxLength) return text;
  }
  return result + text.slice(end);
}

function isPrintable(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
