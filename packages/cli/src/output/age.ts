const minute = 60_000;

/** How long ago it was, in the largest unit that fits. */
export function age(time: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(time)) / minute);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return `${Math.floor(minutes / (24 * 60))} d ago`;
}
