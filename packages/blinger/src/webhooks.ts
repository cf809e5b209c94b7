import type { WebhookReading, WebhookSpec } from '@anyinbox/core/provider';
import { assumedRedeliverStatus } from './assumptions.ts';
import type { BlingerConfig, Context } from './config.ts';
import { redact } from './redact.ts';
import { conversationReading } from './webhooks/conversation-reading.ts';
import { otherReading } from './webhooks/other.ts';
import { redactText } from './webhooks/redact-text.ts';
import { samples } from './webhooks/samples.ts';

/** vendors/blinger.md §Webhooks. */
export const webhooks: WebhookSpec<BlingerConfig> = {
  redeliverStatus: assumedRedeliverStatus,
  read: readWebhook,
  samples,
};

export function readWebhook(body: unknown, context: Context): WebhookReading {
  const shown = typeof body === 'string' ? redactText(body) : redact(body);
  try {
    const reading = isObject(shown) ? conversationReading(shown, context) : undefined;
    return reading ?? otherReading(shown, context);
  } catch {
    // A conversation without an id, or a correction of the app's that threw: what core would keep then has the vendor's secrets in it.
    return otherReading(shown, context);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
