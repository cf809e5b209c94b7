import { InboxError } from '../errors/index.ts';

export interface ParsedId {
  readonly connectionId: string;
  readonly nativeId: string;
}

/**
 * The id that apps hold: `<connectionId>:<nativeId>`. A `:` or `%` in the connection id is escaped, the native id stands verbatim, so any
 * two strings make exactly one id and come back from it.
 */
export function formatId(connectionId: string, nativeId: string): string {
  return `${connectionId.replace(/[%:]/g, (character) => (character === '%' ? '%25' : '%3A'))}:${nativeId}`;
}

/** The reverse of {@link formatId}. Throws `invalid-request` for anything that it did not make; `field` names the argument. */
export function parseId(id: unknown, field = 'id'): ParsedId {
  const refuse = (reason: string) =>
    new InboxError(`${field} is not an anyinbox id: ${reason}`, {
      code: 'invalid-request',
      blame: 'caller',
      hint: 'Pass back the id of an object that an inbox gave you, unchanged.',
    });
  if (typeof id !== 'string') throw refuse('it is not a string');
  const separator = id.indexOf(':');
  if (separator < 0) throw refuse('it has no connection part');
  const escaped = id.slice(0, separator);
  if (/%(?!25|3A)/.test(escaped)) throw refuse('its connection part is malformed');
  return {
    connectionId: escaped.replace(/%25|%3A/g, (code) => (code === '%25' ? '%' : ':')),
    nativeId: id.slice(separator + 1),
  };
}
