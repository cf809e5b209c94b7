import { type Agent, defined, entityMapper, type NativeAgent, readEntity } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Context } from '../config.ts';
import { wireId } from '../ids.ts';
import { needed } from '../mapping-context.ts';
import { toldOperatorSchema } from './schemas.ts';

const withId = z.object({ id: wireId });

export interface ToldOperator {
  readonly id: string;
  /** Undefined where agents go by another number than the one that is told. */
  readonly agent: Agent | undefined;
}

/** Who holds the conversation of a webhook (vendors/blinger.md §Webhooks). Undefined: nobody is named. */
export function toldOperator(
  raw: unknown,
  { normalize, reportDrift, config }: Pick<Context, 'normalize' | 'reportDrift' | 'config'>,
): ToldOperator | undefined {
  const { data } = withId.safeParse(raw);
  if (!data) return undefined;
  if (config.options.operatorIds !== 'id') return { id: data.id, agent: undefined };
  const map = entityMapper(normalize, 'agent', (object, given) => toAgent(object, given, reportDrift));
  const { raw: _raw, complete: _complete, mirroredAt: _mirroredAt, ...agent } = map(raw);
  return { id: data.id, agent };
}

function toAgent(raw: unknown, given: Partial<NativeAgent>, reportDrift: Context['reportDrift']): NativeAgent {
  const { id, name, email } = readEntity('webhook.operator', toldOperatorSchema, raw, reportDrift);
  return {
    ...defined({
      id: given.id ?? needed(id, 'agent', 'id'),
      name: name || undefined,
      email: email || undefined,
    }),
    raw,
  };
}
