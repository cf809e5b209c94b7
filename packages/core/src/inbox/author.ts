import type { SendAs } from '../model/index.ts';
import type { CapabilityLimits, Operation } from '../provider/index.ts';
import { cannot } from './cannot.ts';
import type { Connection } from './connection.ts';

/** In whose name to write, in the vendor's ids. Refuses a kind of author that the declaration does not name. */
export function chooseAuthor(
  connection: Connection,
  operation: Operation,
  limits: CapabilityLimits | undefined,
  as: SendAs | undefined,
): SendAs | undefined {
  if (as === undefined) return undefined;
  if (!limits?.as?.includes(as.agentId === undefined ? 'person' : 'agent')) throw cannot(operation, 'the option as');
  return as.agentId === undefined ? as : { agentId: connection.nativeId(as.agentId, 'as.agentId') };
}
