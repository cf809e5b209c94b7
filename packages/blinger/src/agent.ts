import { defined, type NativeAgent, readEntity } from '@anyinbox/core/provider';
import { type MappingContext, needed } from './mapping-context.ts';
import { operatorSchema } from './schemas.ts';

/** An operator, whom the vendor's list gives an address and no name (vendors/blinger.md §Operators). */
export function toAgent(
  raw: unknown,
  given: Partial<NativeAgent>,
  { reportDrift, operatorIds }: Pick<MappingContext, 'reportDrift' | 'operatorIds'>,
): NativeAgent {
  const operator = readEntity('agent', operatorSchema, raw, reportDrift);
  return {
    ...defined({
      id: given.id ?? needed(operator[operatorIds], 'agent', operatorIds),
      email: operator.invite_email || undefined,
    }),
    raw,
  };
}
