import { inspect } from 'node:util';
import * as z from 'zod';

const hidden = '[secret]';

/** A credential. It prints as `[secret]` everywhere; only `reveal()` gives the value. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return hidden;
  }

  toJSON(): string {
    return hidden;
  }

  [inspect.custom](): string {
    return hidden;
  }
}

/**
 * A config field that holds a credential: a string that may stand in an HTTP header, kept as a {@link Secret}. Its issues name the mistake,
 * never the value.
 */
export function secret() {
  return z
    .string({ error: 'must be a string' })
    .min(1, 'must not be empty')
    .refine((value) => value === value.trim(), 'has white space around it')
    .refine((value) => /^[\x21-\x7e]*$/.test(value.trim()), 'contains characters that cannot stand in a header')
    .transform((value) => new Secret(value));
}
