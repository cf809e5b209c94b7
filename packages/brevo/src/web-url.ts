/** An absolute http(s) URL: an app may put it in a page, where other schemes are dangerous. */
export function webUrl(value: string | null | undefined): string | undefined {
  if (!value || !URL.canParse(value)) return undefined;
  return /^https?:$/.test(new URL(value).protocol) ? value : undefined;
}
