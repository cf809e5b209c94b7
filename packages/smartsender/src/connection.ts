import type { ConnectContext } from '@anyinbox/core/provider';
import type { SmartsenderConfig } from './config.ts';
import { type ContactIds, createContactIds } from './contact-ids.ts';
import type { MappingContext } from './mapping-context.ts';
import { timestampReader } from './timestamp.ts';

/** What the operations of one connection share. */
export interface Connection extends ConnectContext<SmartsenderConfig> {
  readonly mapping: MappingContext;
  readonly contactIds: ContactIds;
}

export function createConnection(context: ConnectContext<SmartsenderConfig>): Connection {
  return {
    ...context,
    mapping: { readTime: timestampReader(context.config.options.timeZone), reportDrift: context.reportDrift },
    contactIds: createContactIds(),
  };
}
