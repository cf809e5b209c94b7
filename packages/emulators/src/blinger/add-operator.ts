import { canary } from './canary.ts';
import { type BlingerOperatorRecord, type BlingerState, takeId } from './state.ts';

export function addOperator(state: BlingerState, name: string, email: string): BlingerOperatorRecord {
  const id = takeId(state, 'operator');
  const operator: BlingerOperatorRecord = {
    id,
    user_id: takeId(state, 'operatorUser'),
    owner_user_id: state.ownerUserId,
    invite_email: email,
    conversations_token: canary('conversations-token', id),
    name,
  };
  state.operators.push(operator);
  return operator;
}
