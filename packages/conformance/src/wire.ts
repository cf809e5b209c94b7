import type { SeenRequest } from './fault-proxy.ts';

/** Whether a value stands in the path, the query or the body of any of the requests, as a word of its own. */
export function isOnWire(requests: readonly SeenRequest[], value: string): boolean {
  const forms = [value, JSON.stringify(value).slice(1, -1)].map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const word = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${forms.join('|')})(?![\\p{L}\\p{N}_-])`, 'u');
  return requests.some(({ path, body }) => [path, body].some((text) => word.test(text) || word.test(decoded(text))));
}

/** What the requests asked for, without their order: equal when they asked for the same. */
export function askedFor(requests: readonly SeenRequest[]): string {
  return JSON.stringify(requests.map(({ method, path, body }) => `${method} ${path} ${body}`).sort());
}

export function writesAmong(requests: readonly SeenRequest[]): readonly SeenRequest[] {
  return requests.filter(({ method }) => method !== 'GET');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
