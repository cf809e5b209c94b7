import type { Config } from './config.ts';
import { hosts } from './transport.ts';

/** vendors/sendyiq.md §Real time: at the root of the host, not below the integrations. For staging that is INFERRED. */
export function hubUrl({ options }: Config): string {
  return `${new URL(options.baseUrl ?? hosts[options.environment]).origin}/hubs/store-conversations`;
}
