import type { Transport } from '@anyinbox/core/provider';
import type { BlingerConfig } from './config.ts';
import { readError } from './vendor-error.ts';

/** vendors/blinger.md §Auth and base: not `Authorization`, and no scheme. No rate limit is known (§Envelope and errors). */
export const transport: Transport<BlingerConfig> = {
  baseUrl: ({ options }) => options.baseUrl,
  headers: ({ credentials }) => ({ Authentication: credentials.token }),
  readError,
};
