import type { SendAs } from '@anyinbox/core/provider';
import type { Context } from './config.ts';
import { checkedId } from './ids.ts';

/** In whose name something is written: undefined leaves it to the vendor, whose default is the admin. */
export function writer({ config }: Pick<Context, 'config'>, as: SendAs | undefined): number | undefined {
  return as?.agentId === undefined ? config.options.operatorId : checkedId(as.agentId, 'as.agentId');
}
