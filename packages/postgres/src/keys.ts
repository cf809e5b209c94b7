import { createHash } from 'node:crypto';

/** Six of them make the longest index entry, and PostgreSQL takes 2,704 bytes of one. */
const longestBytes = 384;
const mark = '\u001a';

/**
 * A string as it stands in a key. PostgreSQL stores neither U+0000 nor half a character, and indexes nothing long: such strings stand under another
 * name, and two different strings never under the same. Whole and unchanged they are in the JSON beside it.
 */
export function keyOf(text: string): string {
  const safe = text.replace(/\p{Cc}|\p{Cs}/gu, (unit) => mark + unit.charCodeAt(0).toString(16).padStart(4, '0'));
  if (Buffer.byteLength(safe) <= longestBytes) return safe;
  // Twice as many units as characters: the cut never leaves half of one.
  const start = Array.from(safe.slice(0, 128)).slice(0, 64).join('');
  return `${start}${mark}#${createHash('sha256').update(safe).digest('base64url')}`;
}

/** The same for what may be absent. */
export function optionalKeyOf(text: string | undefined): string | null {
  return text === undefined ? null : keyOf(text);
}

/** One string of several keys: none of them holds a line break. */
export function joinKeys(...keys: readonly string[]): string {
  return keys.join('\n');
}
