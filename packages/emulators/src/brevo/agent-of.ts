import { assumed } from './assumptions.ts';
import { BrevoProblem } from './brevo-problem.ts';
import { missing } from './request.ts';
import type { AgentIdentity } from './schemas.ts';
import { type BrevoAgentRecord, type BrevoState, takeId } from './state.ts';

/** By `agentId` alone, or by `agentEmail`, `agentName` and `receivedFrom` together (vendors/brevo.md §2, notes on #1 and #9). */
export function agentOf(state: BrevoState, identity: AgentIdentity): BrevoAgentRecord {
  if (identity.agentId !== undefined) return agentById(state, identity.agentId);
  const { agentEmail, agentName, receivedFrom } = identity;
  if (agentEmail === undefined && agentName === undefined) throw missing('agentId');
  if (agentEmail === undefined) throw missing('agentEmail');
  if (agentName === undefined) throw missing('agentName');
  if (receivedFrom === undefined) throw missing('receivedFrom');
  return agentByEmail(state, agentEmail, agentName);
}

export function agentById(state: BrevoState, agentId: string): BrevoAgentRecord {
  const agent = state.agents.find(({ id }) => id === agentId);
  if (agent === undefined) throw new BrevoProblem(assumed.unknownAgent);
  return agent;
}

function agentByEmail(state: BrevoState, email: string, name: string): BrevoAgentRecord {
  const known = state.agents.find((agent) => agent.email.toLowerCase() === email.toLowerCase());
  if (known !== undefined) {
    if (known.dummy) known.name = name;
    return known;
  }
  const agent = { id: takeId(state), name, email, userpic: null, online: false, onlineUntil: 0, dummy: true };
  state.agents.push(agent);
  return agent;
}
