import { assumed } from '../assumptions.ts';
import { BrevoProblem } from '../brevo-problem.ts';
import { bodyOf } from '../request.ts';
import { type RouteContext, root } from '../route-context.ts';
import { visitorGroupBody } from '../schemas.ts';
import { conversationOf } from '../state.ts';

/** The body is inferred (vendors/brevo.md §2, #10). */
export function visitorGroupRoute({ app, world: { state } }: RouteContext): void {
  app.put(`${root}/visitorGroup`, async (context) => {
    const { visitorId, groupId } = await bodyOf(context, visitorGroupBody);
    const visitor = conversationOf(state, visitorId)?.visitor;
    if (visitor === undefined) throw new BrevoProblem(assumed.visitorNotFound);
    if (groupId === null) delete visitor.groupId;
    else if (state.groups.some(({ id }) => id === groupId)) visitor.groupId = groupId;
    else throw new BrevoProblem(assumed.unknownGroup);
    return context.json({ groupId, visitorId });
  });
}
