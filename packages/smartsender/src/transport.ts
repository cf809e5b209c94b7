import type { Transport, VendorError } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { SmartsenderConfig } from './config.ts';

/** vendors/smartsender.md §Auth, base URL, limits and §Errors. */
export const transport: Transport<SmartsenderConfig> = {
  baseUrl: ({ options }) => options.baseUrl,
  headers: ({ credentials }) => ({ Authorization: { prefix: 'Bearer ', secret: credentials.token } }),
  readError,
  limits: {
    budget: { requests: 180, perMs: 60_000, sendReserve: 18 },
    remainingHeader: 'x-rate-limit',
    ban: { firstMs: 60_000, stepMs: 60_000, maxMs: 720_000 },
  },
};

const envelope = z.object({ error: z.unknown() });
const details = z.object({
  code: z.union([z.int(), z.string()]).optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

/** Any body with a top-level `error` is a failure, on a 2xx too (§Errors); its description may quote a customer and is not read. */
function readError(body: unknown): VendorError | undefined {
  const read = envelope.safeParse(body);
  if (!read.success || read.data.error === undefined || read.data.error === null) return undefined;
  const { code, message } = details.catch({}).parse(read.data.error);
  return {
    vendorCode: code,
    status: httpStatus(code),
    // The one message that is documented (§Auth); its status is not.
    code: message === 'Unauthenticated' ? 'unauthorized' : undefined,
  };
}

/** Clients were seen using `error.code` as an HTTP status. */
function httpStatus(code: string | number | undefined): number | undefined {
  const status = Number(code);
  return Number.isInteger(status) && status >= 400 && status <= 599 ? status : undefined;
}
