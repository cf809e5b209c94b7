import { InboxError } from '@anyinbox/core';
import { plain } from './plain.ts';

/** An error for people, one fact per line. An `InboxError` holds no secret and no content, so its message may be shown. */
export function errorLines(error: unknown): string[] {
  return factsOf(error).map(plain);
}

function factsOf(error: unknown): string[] {
  if (InboxError.isInstance(error)) {
    const { code, provider, operation, outcome, hint } = error;
    const facts = { code, provider, operation, outcome, hint };
    const known = Object.entries(facts).filter(([, value]) => value !== undefined);
    return [error.message, ...known.map(([name, value]) => `${name}: ${value}`)];
  }
  return [error instanceof Error ? error.message : `Something that is not an error was thrown: ${typeof error}`];
}
