import {
  type Call,
  entityMapper,
  mapItems,
  type NativeAgent,
  type NativeGroup,
  type NativePage,
} from '@anyinbox/core/provider';
import { toAgent } from './agent.ts';
import type { Context } from './config.ts';
import type { Endpoints } from './endpoints.ts';
import { toGroup } from './group.ts';
import type { Names } from './mapping-context.ts';
import { operatorSchema } from './schemas.ts';

/** Operators and groups: each reading is remembered, to name in conversations what those show by number only. */
export interface Directory extends Names {
  agents(call: Call): Promise<NativePage<NativeAgent>>;
  groups(call: Call): Promise<NativePage<NativeGroup>>;
  /** Reads the operators if this one is not known, once: whom the vendor does not list then stays unknown. */
  meet(operatorUserId: string, call: Call): Promise<void>;
}

export function createDirectory(
  { config, normalize, reportDrift }: Pick<Context, 'config' | 'normalize' | 'reportDrift'>,
  endpoints: Pick<Endpoints, 'operators' | 'groups'>,
): Directory {
  const { operatorIds } = config.options;
  const agentIds = new Map<string, string>();
  const titles = new Map<string, string>();
  const strangers = new Set<string>();
  const map = entityMapper(normalize, 'agent', (raw, given) => toAgent(raw, given, { reportDrift, operatorIds }));

  const meetOne = (raw: unknown) => {
    const agent = map(raw);
    const userId = operatorSchema.parse(raw).user_id;
    if (userId) agentIds.set(userId, agent.id);
    return agent;
  };
  const agents = async (call: Call) => mapItems('agent', await endpoints.operators(call), meetOne, reportDrift);

  return {
    agents,
    async groups(call) {
      const objects = await endpoints.groups(call);
      const groups = mapItems('group', objects, (raw) => toGroup(raw, reportDrift), reportDrift);
      for (const { id, name } of groups.items) titles.set(id, name);
      return groups;
    },
    async meet(operatorUserId, call) {
      if (operatorIds === 'user_id' || agentIds.has(operatorUserId) || strangers.has(operatorUserId)) return;
      await agents(call);
      if (!agentIds.has(operatorUserId)) strangers.add(operatorUserId);
    },
    agentOf: (operatorUserId) => (operatorIds === 'user_id' ? operatorUserId : agentIds.get(operatorUserId)),
    titleOf: (groupId) => titles.get(groupId),
  };
}
