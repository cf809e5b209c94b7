import { baseUrl, type ConnectContext, secret } from '@anyinbox/core/provider';
import * as z from 'zod';
import { assumedEncoding, assumedListBy, assumedOperatorIds } from './assumptions.ts';
import { inputId } from './ids.ts';

/** vendors/blinger.md §Auth and base. */
const defaultBaseUrl = 'https://app.blinger.io/api';

const options = z.strictObject({
  /** The vendor's paths are below it. */
  baseUrl: baseUrl().default(defaultBaseUrl),
  /** How bodies are written. */
  encoding: z.enum(['json', 'form'], { error: "must be 'json' or 'form'" }).default(assumedEncoding),
  /** Which number of an operator the vendor means by `operator_id`: it is an agent's native id. */
  operatorIds: z.enum(['id', 'user_id'], { error: "must be 'id' or 'user_id'" }).default(assumedOperatorIds),
  /** What a listing asks `unread` and `not-answered` for. */
  listBy: z
    .enum(['operators-and-groups', 'operators', 'pairs'], {
      error: "must be 'operators-and-groups', 'operators' or 'pairs'",
    })
    .default(assumedListBy),
  /** In whose name to act when a call does not say. Absent: the vendor's default, the admin. */
  operatorId: inputId.optional(),
  /** Whether what this connection does sends no webhook. Absent: the vendor's default, which sends it. */
  disableWebhook: z.boolean({ error: 'must be true or false' }).optional(),
});

export const config = z.strictObject({
  credentials: z.strictObject({
    /** API, API Token. */
    token: secret(),
  }),
  options: options.prefault({}),
});

export type BlingerConfig = z.output<typeof config>;
export type BlingerOptions = BlingerConfig['options'];
export type Context = ConnectContext<BlingerConfig>;
