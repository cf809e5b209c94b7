import * as z from 'zod';

/** How a connection hears of what happens, and how long that is kept. */
export interface EventsConfig {
  /** Webhooks are refused unless this is given. */
  readonly webhook?:
    | {
        /**
         * Whoever shows one of these is believed: as the last part of the path, as the password of basic auth, as a bearer token, or in `header`.
         * Several at once, so that one can be replaced. At least 16 characters each, of those that may stand in a URL.
         */
        readonly secrets: readonly string[];
        /** The name of a header that carries a secret. Default `x-webhook-token`. */
        readonly header?: string | undefined;
        /** What a webhook says is not believed but read back from the vendor, where its API can. Default false. */
        readonly confirm?: boolean | undefined;
      }
    | undefined;
  /** Milliseconds between two rounds of polling, and the part (0 to 1) of the request budget it may use; false: not at all. Default: the provider's. */
  readonly polling?:
    | false
    | {
        readonly minIntervalMs?: number | undefined;
        readonly maxIntervalMs?: number | undefined;
        readonly budgetShare?: number | undefined;
      }
    | undefined;
  /** Milliseconds after which what was heard is removed from the store. Default: never. */
  readonly keepFor?: number | undefined;
}

const secret = z
  .string({ error: 'must be a string' })
  .min(16, 'must have at least 16 characters')
  .max(500, 'is too long')
  .refine((value) => !/\s/.test(value), 'has white space in it')
  .refine(
    (value) => /^[\w.~-]*$/.test(value.replace(/\s/g, '')),
    'has characters that cannot stand in a URL as they are',
  );

const interval = z.number().min(1000, 'must be at least 1000').max(86_400_000).optional();

/** Its issues name fields and mistakes, never values. */
export const eventsConfig = z.object({
  webhook: z
    .strictObject({
      secrets: z.array(secret).min(1, 'must hold at least one secret').max(10).readonly(),
      header: z
        .string()
        .regex(/^[a-z0-9-]{1,100}$/i, 'is not the name of a header')
        .optional(),
      confirm: z.boolean().optional(),
    })
    .optional(),
  polling: z
    .union([
      z.literal(false),
      z.strictObject({
        minIntervalMs: interval,
        maxIntervalMs: interval,
        budgetShare: z.number().gt(0).max(1).optional(),
      }),
    ])
    .optional(),
  keepFor: z.number().positive().optional(),
});
