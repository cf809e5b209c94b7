import type { BlingerFailure } from './wire.ts';

/** vendors/blinger.md §Envelope and errors: fields if any are to blame, else a text. */
export function errorBody(
  status: number,
  message: string | undefined,
  fields?: Record<string, string[]>,
): BlingerFailure {
  const error =
    fields === undefined
      ? (message ?? `Error ${status}`)
      : Object.fromEntries(Object.entries(fields).map(([name, messages]) => [name, messages.join(' ')]));
  return { error, status };
}
