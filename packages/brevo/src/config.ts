import { baseUrl, type ConnectContext } from '@anyinbox/core/provider';
import * as z from 'zod';
import { credentials } from './credentials.ts';
import { email } from './email.ts';
import { filled, oneForm } from './forms.ts';

/** vendors/brevo.md §1. */
const defaultBaseUrl = 'https://api.brevo.com/v3';

/** Tells our own messages from others when they come back in a webhook (vendors/brevo.md §5, echo control). */
const defaultMarker = 'anyinbox';

const agent = oneForm(
  [z.strictObject({ agentId: filled() }), z.strictObject({ email: email(), name: filled() })],
  'must be { agentId } or { email, name }',
);

const options = z.strictObject({
  /** An account that still uses the old host gives `https://api.sendinblue.com/v3`. */
  baseUrl: baseUrl().default(defaultBaseUrl),
  /** Where a client's token comes from. Default: `/realms/partner/oauth/token` at the origin of `baseUrl`. */
  tokenUrl: baseUrl().optional(),
  /** In whose name to write when a send does not say `as`: the vendor's id of an agent, or a person. */
  agent: agent.optional(),
  /** The marker on every message of this connection. */
  receivedFrom: filled().default(defaultMarker),
  /** How many requests an hour the account has (vendors/brevo.md §4). */
  plan: z
    .enum(['general', 'advanced', 'extended'], { error: "must be 'general', 'advanced' or 'extended'" })
    .default('general'),
});

export const config = z.strictObject({ credentials, options: options.prefault({}) });

export type BrevoConfig = z.output<typeof config>;
export type BrevoPlan = BrevoConfig['options']['plan'];
export type Context = ConnectContext<BrevoConfig>;
