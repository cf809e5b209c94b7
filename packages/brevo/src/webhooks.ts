import { contentKey, type NativeEvent, type WebhookReading, type WebhookSpec } from '@anyinbox/core/provider';
import { redeliverStatus } from './assumptions.ts';
import type { BrevoConfig, Context } from './config.ts';
import { withoutUnsafeHtml } from './unsafe-html.ts';
import { deliverySchema } from './webhooks/delivery-schema.ts';
import { readDelivery } from './webhooks/read-delivery.ts';
import { samples } from './webhooks/samples.ts';

/** vendors/brevo.md §3. */
export const webhooks: WebhookSpec<BrevoConfig> = { redeliverStatus, read: readWebhook, samples };

/** What is not one of the three events is kept whole, as is one of them of which a message cannot be read. */
export function readWebhook(body: unknown, context: Context): WebhookReading {
  const shown = withoutUnsafeHtml(body);
  const delivery = deliverySchema.safeParse(shown);
  if (!delivery.success) return { events: [other(shown)] };
  const { events, whole } = readDelivery(delivery.data, context);
  return { events: whole && events.length > 0 ? events : [...events, other(shown, delivery.data.visitor.id)] };
}

function other(body: unknown, conversationId?: string): NativeEvent {
  const name = (body as { readonly eventName?: unknown } | null)?.eventName;
  return {
    type: 'vendor.other',
    key: contentKey(body),
    raw: body,
    ...(conversationId !== undefined && { conversationId }),
    ...(typeof name === 'string' && { nativeType: name.slice(0, 100) }),
  };
}
