import { readInput } from '@anyinbox/core/provider';
import * as z from 'zod';
import { webhookFlag } from './webhook-flag.ts';

/** `providerOptions.blinger` of a draft. */
const schema = z.strictObject({
  /** Whether this message sends no webhook, whatever the connection says. */
  disableWebhook: z.boolean().optional(),
});

export function sendOptions(given: unknown): { readonly disable_webhook: 0 | 1 | undefined } {
  const { disableWebhook } = readInput(schema, given ?? {}, 'providerOptions.blinger');
  return { disable_webhook: webhookFlag(disableWebhook) };
}
