/** Readers of one value: undefined means that it is not such a value, null that it is known to be empty. */

/** An id. The vendor's are UUIDs (vendors/sendyiq.md §Endpoints); a number is taken too. */
export function identifier(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Text as it is, also when empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A name or address: an empty one is none. */
export function label(value: unknown): string | null | undefined {
  if (typeof value !== 'string') return undefined;
  return value.trim() === '' ? null : value;
}

/** A word of an enum, which ASP.NET may also write as a number. */
export function word(value: unknown): string | undefined {
  return identifier(value);
}

export function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

export function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** An absolute http(s) URL: an app may put it in a page, where other schemes are dangerous. */
export function url(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  return /^https?:$/.test(new URL(value).protocol) ? value : undefined;
}
