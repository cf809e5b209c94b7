import type { ConnectionOptions, EventsConfig } from '@anyinbox/core';
import type { JsonSchema } from './provider-config.ts';

/** The longest that a timer takes. */
const milliseconds = { type: 'number', exclusiveMinimum: 0, maximum: 2_147_483_647 };

const interval = { type: 'number', minimum: 1000, maximum: 86_400_000 };

/** What every connection has besides, as far as JSON can say it. */
export const connectionOptions = {
  timeoutMs: { ...milliseconds, description: 'For one attempt of a request, in milliseconds.' },
  deadlineMs: { ...milliseconds, description: 'For one request with all its attempts and waits, in milliseconds.' },
  maxAttempts: { type: 'integer', minimum: 1, maximum: 20, description: 'Attempts of one request.' },
  maxBodyBytes: { type: 'integer', minimum: 1, description: 'The largest answer that is read.' },
  maxConcurrent: { type: 'integer', minimum: 1, description: 'Requests at once.' },
  webhook: {
    type: 'object',
    description: 'Webhooks of this connection are refused unless this is given, and a store.',
    properties: {
      secrets: {
        type: 'array',
        minItems: 1,
        maxItems: 10,
        items: { type: 'string', minLength: 16, maxLength: 500, pattern: '^([\\w.~-]*|.*\\$\\{.*)$' },
        description: 'Whoever shows one of them is believed: in the path, in a header, as password or as bearer token.',
      },
      header: { type: 'string', description: 'The header that may carry a secret. Default x-webhook-token.' },
      confirm: {
        type: 'boolean',
        description: 'Reads back from the vendor what a webhook says, instead of believing it.',
      },
    },
    required: ['secrets'],
    additionalProperties: false,
  },
  polling: {
    description: 'How often the vendor is asked for news, where it does not tell them; false: never.',
    anyOf: [
      { const: false },
      {
        type: 'object',
        properties: {
          minIntervalMs: { ...interval, description: 'While something happens, in milliseconds.' },
          maxIntervalMs: { ...interval, description: 'While nothing does, in milliseconds.' },
          budgetShare: { type: 'number', exclusiveMinimum: 0, maximum: 1, description: 'Of the request limit.' },
        },
        additionalProperties: false,
      },
    ],
  },
  keepFor: {
    type: 'number',
    exclusiveMinimum: 0,
    description: 'How long what was heard is kept, in milliseconds. Default: for ever.',
  },
  maxWaiting: { type: 'integer', minimum: 0, description: 'Requests that may wait for their turn.' },
} as const satisfies Partial<Record<keyof ConnectionOptions | keyof EventsConfig, JsonSchema>>;
