import { defined, type NativeAgent, readEntity, webUrl } from '@anyinbox/core/provider';
import { type MappingContext, needed } from './mapping-context.ts';
import { operatorSchema } from './schemas.ts';

/** An operator. Which of the statuses that a project makes up mean `online` nobody but the project knows: it is in `raw`. */
export function toAgent(raw: unknown, given: Partial<NativeAgent>, context: MappingContext): NativeAgent {
  const operator = readEntity('agent', operatorSchema, raw, context.reportDrift);
  return {
    ...defined({
      id: given.id ?? needed(operator.id, 'agent', 'id'),
      name: operator.info?.fullName ?? undefined,
      email: operator.info?.email ?? undefined,
      avatarUrl: webUrl(operator.info?.photo),
    }),
    raw,
  };
}
