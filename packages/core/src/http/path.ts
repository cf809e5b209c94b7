import { InboxError } from '../errors/index.ts';
import type { QueryValue } from '../provider/index.ts';

const maxLength = 1024;

/**
 * Fills `{name}` in a path template. Throws `invalid-request`, naming the parameter, for a value that could reach another path (empty, dot
 * segments, slashes, control characters) or cannot be encoded; everything else is percent-encoded.
 */
export function fillPath(template: string, params: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? String(params[name]) : '';
    const problem = findProblem(value);
    if (problem)
      throw new InboxError(`${name} cannot stand in a path: it ${problem}`, {
        code: 'invalid-request',
        blame: 'caller',
        hint: 'Pass back the id of an object that an inbox gave you, unchanged.',
      });
    return encodeURIComponent(value);
  });
}

/** Appends the query, in the order given; undefined values are left out. */
export function withQuery(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.append(name, String(value));
  return search.size === 0 ? path : `${path}?${search}`;
}

function findProblem(value: string): string | undefined {
  if (value === '') return 'is empty';
  if (value.length > maxLength) return `is longer than ${maxLength} characters`;
  if (value === '.' || value === '..') return 'is a dot segment';
  if (/[/\\]/.test(value)) return 'contains a slash';
  // A server, or a proxy before it, may decode twice.
  if (/%(2e|2f|5c)/i.test(value)) return 'contains an encoded slash or dot';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value)) return 'contains a control character';
  if (/\p{Surrogate}/u.test(value)) return 'is not well-formed Unicode';
  return undefined;
}
