import { found } from '../find.ts';
import { bodyOf, idOf, listPage } from '../request.ts';
import { done, type RouteContext } from '../route-context.ts';
import { stateBody } from '../schemas.ts';

export function operatorRoutes({ app, state }: RouteContext): void {
  const chatsOf = (operatorId: number) => state.conversations.filter((chat) => chat.operatorId === operatorId).length;

  app.get('/v1/operators', (context) => {
    const page = listPage(context, state.operators, (operator) => ({ ...operator, chatsTotal: chatsOf(operator.id) }));
    return context.json(page);
  });

  app.put('/v1/operators/:operatorId/involve', async (context) => {
    const operatorId = idOf(context, 'operatorId');
    const operator = found(state.operators.find(({ id }) => id === operatorId));
    operator.involvement = (await bodyOf(context, stateBody)).state;
    return context.json(done);
  });
}
