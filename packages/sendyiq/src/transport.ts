import type { Transport } from '@anyinbox/core/provider';
import type { Config } from './config.ts';
import { readError } from './vendor-error.ts';

/** vendors/sendyiq.md §Hosts and auth; the spelling of the second is the vendor's. */
export const hosts = { production: 'https://api.sendyiq.com', staging: 'https://stagging-api.sendyiq.com' } as const;
const prefix = '/api/v1/store/integrations';

/** No rate limit is known (vendors/sendyiq.md §Limits and idempotency). */
export const transport: Transport<Config> = {
  baseUrl: ({ options }) => `${options.baseUrl ?? hosts[options.environment]}${prefix}`,
  headers: ({ credentials }) => ({ 'X-API-Key': credentials.apiKey }),
  readError,
};
