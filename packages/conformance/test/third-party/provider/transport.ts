import type { Transport } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Config } from './config.ts';

const envelope = z.object({ fault: z.object({ status: z.number().optional(), code: z.string().optional() }) });

/** Access, faults and limits (`FACTS.md` §1, §3). */
export const transport: Transport<Config> = {
  baseUrl: ({ options }) => options.baseUrl,
  headers: ({ credentials }) => ({ 'x-pigeon-key': credentials.key }),
  readError(body) {
    const { data } = envelope.safeParse(body);
    return data && { vendorCode: data.fault.code, status: data.fault.status };
  },
  requestIdHeader: 'x-pigeon-trace',
  limits: { budget: { requests: 600, perMs: 60_000, sendReserve: 60 }, remainingHeader: 'x-pigeon-left' },
};
