import { addVisitor } from '../add-visitor.ts';
import { agentById, agentOf } from '../agent-of.ts';
import { assumed } from '../assumptions.ts';
import { BrevoProblem } from '../brevo-problem.ts';
import { write } from '../converse.ts';
import { bodyOf } from '../request.ts';
import { type RouteContext, root } from '../route-context.ts';
import { messageBody, pushedMessageBody } from '../schemas.ts';
import { type BrevoAgentRecord, type BrevoConversationRecord, type BrevoState, conversationOf } from '../state.ts';
import { toMessage } from '../to-wire.ts';
import type { BrevoMessage } from '../wire.ts';
import type { World } from '../world.ts';

/** Writing as an agent and pushing an automated message (vendors/brevo.md §2, #1 and #5). */
export function sendRoutes({ app, world }: RouteContext): void {
  app.post(`${root}/messages`, async (context) => {
    const { visitorId, text, ...identity } = await bodyOf(context, messageBody);
    const target = targetOf(world, visitorId);
    const agent = agentOf(world.state, identity);
    const { receivedFrom } = identity;
    const message = write(world, target(), {
      agent,
      text,
      ...(receivedFrom === undefined ? {} : { receivedFrom }),
      ...forwarded(world, visitorId),
    });
    return context.json(toMessage(message, world.behaviour().attachmentNames));
  });

  app.post(`${root}/pushedMessages`, async (context) => {
    const { visitorId, text, agentId, groupId } = await bodyOf(context, pushedMessageBody);
    const target = targetOf(world, visitorId);
    const groupAgent = groupId === undefined ? world.state.agents[0] : firstOfGroup(world.state, groupId);
    const agent = agentId === undefined ? groupAgent : agentById(world.state, agentId);
    if (agent === undefined) throw new BrevoProblem(assumed.unknownAgent);
    const message = write(world, target(), { agent, text, isPushed: true, ...forwarded(world, visitorId) });
    return context.json(toMessage(message, world.behaviour().attachmentNames));
  });
}

/** Refuses an unknown visitor now, or makes it later, when nothing else can be refused any more. */
function targetOf({ state, behaviour }: World, visitorId: string): () => BrevoConversationRecord {
  const known = conversationOf(state, visitorId);
  if (known === undefined && behaviour().unknownVisitor === 'refuse') throw new BrevoProblem(assumed.unknownVisitor);
  return () => known ?? addVisitor(state, { visitorId });
}

function firstOfGroup(state: BrevoState, groupId: string): BrevoAgentRecord | undefined {
  const group = state.groups.find(({ id }) => id === groupId);
  if (group === undefined) throw new BrevoProblem(assumed.unknownGroup);
  return state.agents.find(({ id }) => group.agentIds.includes(id));
}

function forwarded({ state, behaviour }: World, visitorId: string): Pick<BrevoMessage, 'forwardedToSourceStatus'> {
  const { forwardedToSourceStatus: status } = behaviour();
  const source = conversationOf(state, visitorId)?.visitor.source ?? 'widget';
  if (status === 'absent' || source === 'widget') return {};
  const outcome = status === 'success' ? { isSuccess: true } : { isSuccess: false, error: status.error };
  return { forwardedToSourceStatus: outcome };
}
