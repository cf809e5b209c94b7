/** The value if it is an absolute http(s) URL: an app may put it in a page, where other schemes are dangerous and relative ones lead nowhere. */
export function webUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^https?:\/\/[^\s]+$/i.test(value)) return undefined;
  return URL.canParse(value) ? value : undefined;
}
