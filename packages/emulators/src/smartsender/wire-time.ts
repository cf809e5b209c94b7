/** `YYYY-MM-DD HH:MM:SS` without a zone, in UTC (see assumptions.ts). */
export function wireTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}
