import type { Drift, NativeEvent, Normalize, WebhookReading } from '@anyinbox/core/provider';
import { config } from '../../src/config.ts';
import { readWebhook } from '../../src/webhooks.ts';
import { mappedAt } from './mapping.ts';

/** Reads webhooks as a connection does. */
export function createReader(normalize: Normalize = {}) {
  const drift: Drift[] = [];
  const parsed = config.parse({ credentials: { apiKey: 'x' } });
  const reportDrift = (one: Drift) => void drift.push(one);
  const context = { config: parsed, normalize, reportDrift, now: () => mappedAt };
  return { read: (body: unknown): WebhookReading => readWebhook(body, context), drift };
}

export const read = (body: unknown) => createReader().read(body).events;

/** The one event of this type. */
export function oneOf(events: readonly NativeEvent[], type: NativeEvent['type']): NativeEvent {
  const [event, ...more] = events.filter((one) => one.type === type);
  if (event === undefined || more.length > 0) throw new Error(`There are ${more.length + (event ? 1 : 0)} of ${type}`);
  return event;
}

export const typesOf = (events: readonly NativeEvent[]) => events.map(({ type }) => type);
