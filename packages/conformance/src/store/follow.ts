import type { Store } from '@anyinbox/core';

/** Reads on from the last position it saw, until it has seen so many or too much time is over. */
export async function follow(store: Store, count: number, timeoutMs = 10_000): Promise<readonly string[]> {
  const seen: string[] = [];
  const end = Date.now() + timeoutMs;
  let after: string | undefined;
  while (seen.length < count && Date.now() < end) {
    const page = await store.events({ after, limit: 7 });
    seen.push(...page.map(({ event }) => event.id));
    after = page.at(-1)?.position ?? after;
    if (page.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return seen;
}
