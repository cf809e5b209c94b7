import { found } from '../find.ts';
import { bodyOf, idOf, listPage } from '../request.ts';
import { done, type RouteContext } from '../route-context.ts';
import { stateBody } from '../schemas.ts';

export function operatorRoutes({ app, state }: RouteContext): void {
  app.get('/v1/operators', (context) => context.json(listPage(context, state.operators, (operator) => operator)));

  app.put('/v1/operators/:operatorId/involve', async (context) => {
    const operatorId = idOf(context, 'operatorId');
    const operator = found(state.operators.find(({ id }) => id === operatorId));
    operator.involvement = (await bodyOf(context, stateBody)).state;
    return context.json(done);
  });
}
