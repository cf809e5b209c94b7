/** After it, years have five digits. */
const latestSeconds = 253_402_300_799;

/** Unix seconds (vendors/blinger.md §Conversation object) as ISO 8601 UTC. Undefined for what cannot be one; 0 is the time of nothing. */
export function timeOf(seconds: number): string | undefined {
  const readable = Number.isInteger(seconds) && seconds > 0 && seconds <= latestSeconds;
  return readable ? new Date(seconds * 1000).toISOString() : undefined;
}
