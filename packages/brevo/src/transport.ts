import type { Transport, VendorError } from '@anyinbox/core/provider';
import * as z from 'zod';
import { unexplainedBlock } from './assumptions.ts';
import type { BrevoConfig, BrevoPlan } from './config.ts';

/** vendors/brevo.md §4: conversations are among "all other endpoints". */
const requestsAnHour: Readonly<Record<BrevoPlan, number>> = { general: 100, advanced: 200, extended: 600 };

export const transport: Transport<BrevoConfig> = {
  baseUrl: ({ options }) => options.baseUrl,
  /** vendors/brevo.md §1. A client's token is put in its place by `authorize`. */
  headers: ({ credentials }) => ('apiKey' in credentials ? { 'api-key': credentials.apiKey } : {}),
  readError,
  requestIdHeader: 'sib-request-id',
  limits: ({ options }) => ({
    budget: { requests: requestsAnHour[options.plan], perMs: 3_600_000, sendReserve: 20 },
    remainingHeader: 'x-sib-ratelimit-remaining',
    resetHeader: { name: 'x-sib-ratelimit-reset', unit: 'seconds' },
    ban: unexplainedBlock,
  }),
};

const absent = z.never().optional();
const refusal = z.object({ id: absent, message: z.string(), code: z.string().optional().catch(undefined) });
/** RFC 6749 §5.2, from the token endpoint. */
const tokenRefusal = z.object({ access_token: absent, error: z.string() });

/** `{ code?, message }` (vendors/brevo.md §1). The code is an open string, and the message may quote the request: neither decides anything. */
function readError(body: unknown): VendorError | undefined {
  const refused = refusal.safeParse(body);
  if (refused.success) return { vendorCode: refused.data.code };
  const token = tokenRefusal.safeParse(body);
  return token.success ? { vendorCode: token.data.error } : undefined;
}
