import { ApiProblem } from '../../api/api-problem.ts';
import { addOperator } from '../add-operator.ts';
import { assumed } from '../assumptions.ts';
import { unassign } from '../change-conversation.ts';
import { operatorFor } from '../find.ts';
import { bodyOf, problem } from '../request.ts';
import { type RouteContext, success } from '../route-context.ts';
import { deletedOperatorBody, newOperatorBody } from '../schemas.ts';
import { toOperator } from '../to-wire.ts';

export function operatorRoutes({ app, state, behaviour, now }: RouteContext): void {
  app.get('/operators/all', (context) => success(context, state.operators.map(toOperator)));

  app.get('/operators/groups', (context) => success(context, state.groups));

  app.post('/operators/create', async (context) => {
    const { operator_email: email } = await bodyOf(context, newOperatorBody, behaviour().encoding);
    if (state.operators.some((operator) => operator.invite_email.toLowerCase() === email.toLowerCase())) {
      // The documented text.
      const message = `Email "${email}" has already been taken.`;
      throw new ApiProblem(400, message, { invite_email: [message] });
    }
    const { invite_email, owner_user_id, id, user_id } = addOperator(state, email, email);
    return success(context, { invite_email, owner_user_id, id, user_id });
  });

  app.post('/operators/delete', async (context) => {
    const body = await bodyOf(context, deletedOperatorBody, behaviour().encoding);
    const operator = operatorFor(state, body.operator_id, behaviour().operatorIds);
    if (operator === state.operators[0]) throw problem(assumed.adminStays);
    state.operators.splice(state.operators.indexOf(operator), 1);
    for (const conversation of state.conversations) {
      if (conversation.operator_user_id !== operator.user_id) continue;
      if (conversation.status === 'inbox') unassign(state, conversation, now());
    }
    return success(context, { success: true });
  });
}
