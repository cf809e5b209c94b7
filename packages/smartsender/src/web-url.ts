/** The value if it is an absolute http(s) URL. Avatars can be relative paths (vendors/smartsender.md §Objects), which lead nowhere from outside. */
export function webUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^https?:\/\/[^\s]+$/i.test(value)) return undefined;
  return URL.canParse(value) ? value : undefined;
}
