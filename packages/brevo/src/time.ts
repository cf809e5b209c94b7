const latest = 253_402_300_799_999;

/** Unix milliseconds (vendors/brevo.md §2.1) as ISO 8601 UTC; undefined when there is no such time. */
export function timeOf(milliseconds: number | null | undefined): string | undefined {
  if (typeof milliseconds !== 'number' || milliseconds < 0 || milliseconds > latest) return undefined;
  return new Date(milliseconds).toISOString();
}
