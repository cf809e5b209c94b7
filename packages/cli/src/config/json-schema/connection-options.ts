import type { ConnectionOptions } from '@anyinbox/core';
import type { JsonSchema } from './provider-config.ts';

/** The longest that a timer takes. */
const milliseconds = { type: 'number', exclusiveMinimum: 0, maximum: 2_147_483_647 };

/** What every connection has besides, as far as JSON can say it. */
export const connectionOptions = {
  timeoutMs: { ...milliseconds, description: 'For one attempt of a request, in milliseconds.' },
  deadlineMs: { ...milliseconds, description: 'For one request with all its attempts and waits, in milliseconds.' },
  maxAttempts: { type: 'integer', minimum: 1, maximum: 20, description: 'Attempts of one request.' },
  maxBodyBytes: { type: 'integer', minimum: 1, description: 'The largest answer that is read.' },
  maxConcurrent: { type: 'integer', minimum: 1, description: 'Requests at once.' },
  maxWaiting: { type: 'integer', minimum: 0, description: 'Requests that may wait for their turn.' },
} as const satisfies Partial<Record<keyof ConnectionOptions, JsonSchema>>;
