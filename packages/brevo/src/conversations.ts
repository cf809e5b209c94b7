import { type AllHandlers, InboxError, unsupported } from '@anyinbox/core/provider';
import { visitorGroup } from './endpoints.ts';
import { type BrevoVisitorGroup, visitorGroupSchema } from './schemas.ts';
import { checkedVisitorId } from './visitor-id.ts';

/** vendors/brevo.md §2 #10. */
export function conversations(): Pick<AllHandlers['conversations'], 'assign'> {
  return {
    async assign(conversationId, { groupId }, _options, call) {
      if (groupId === undefined) throw unsupported('Brevo assigns conversations to groups, not to agents');
      const request = visitorGroup(checkedVisitorId(conversationId), groupId, visitorGroupSchema);
      requireGroup(await call.request(request), groupId);
    },
  };
}

/** The body is inferred, so the answer is looked at: one that names another group says that it was not understood. */
function requireGroup(answer: BrevoVisitorGroup, groupId: string): void {
  const named = answer.groupId;
  if (named === groupId || (named !== null && typeof named !== 'string')) return;
  throw new InboxError('The vendor answered with another group than the one that was asked for', {
    code: 'conflict',
    blame: 'vendor',
    outcome: 'unknown',
  });
}
