import type { Call, VendorRequest } from '@anyinbox/core/provider';
import { refusedGet, refusedStart } from './assumptions.ts';
import type { Context } from './config.ts';
import { answer, dataOf } from './envelope.ts';
import { explaining400 } from './errors.ts';
import type { Assignment, Change, FileMessage, GroupAssignment, Holder, Note, One, TextMessage } from './parameters.ts';
import { readList } from './read-list.ts';
import { webhookFlag } from './webhook-flag.ts';

/**
 * The conversation endpoints, operators/all and operators/groups (vendors/blinger.md §Conversation endpoints, §Operators): one function each,
 * under the vendor's names. They resolve with `data`, lists with its items. What a call leaves out is the connection's default, then the vendor's.
 */
export function createEndpoints({ config, normalize }: Pick<Context, 'config' | 'normalize'>) {
  const { encoding, operatorId, disableWebhook } = config.options;

  const byOperator = <I extends { operator_id?: number | undefined }>(input: I) => ({
    ...input,
    operator_id: input.operator_id ?? operatorId,
  });
  const withWebhook = <I extends { disable_webhook?: 0 | 1 | undefined }>(input: I) => ({
    ...input,
    disable_webhook: input.disable_webhook ?? webhookFlag(disableWebhook),
  });

  const get = (call: Call, path: string, query: VendorRequest<unknown>['query'] = {}) =>
    call.request({ method: 'GET', path, query, effect: 'read', response: answer });
  const list = async (...request: Parameters<typeof get>) => readList(await get(...request), normalize);
  const post = async (call: Call, effect: 'write' | 'send', path: string, body: object) =>
    dataOf(await call.request({ method: 'POST', path, body, encoding, effect, response: answer }));

  return {
    start: (input: Change, call: Call) =>
      explaining400(post(call, 'write', '/conversations/start', byOperator(withWebhook(input))), refusedStart),
    close: (input: Change, call: Call) => post(call, 'write', '/conversations/close', byOperator(withWebhook(input))),
    unassign: (input: Change, call: Call) =>
      post(call, 'write', '/conversations/unassign', byOperator(withWebhook(input))),
    assignOperator: (input: Assignment, call: Call) =>
      post(call, 'write', '/conversations/assign-operator', withWebhook(input)),
    assignGroup: (input: GroupAssignment, call: Call) => post(call, 'write', '/conversations/assign-group', input),
    sendMessage: (input: TextMessage, call: Call) =>
      post(call, 'send', '/conversations/send-message', byOperator(withWebhook(input))),
    sendFileMessage: (input: FileMessage, call: Call) =>
      post(call, 'send', '/conversations/send-file-message', byOperator(withWebhook(input))),
    sendNote: (input: Note, call: Call) => post(call, 'send', '/conversations/send-note', byOperator(input)),

    unassigned: (of: Pick<Holder, 'group_id'>, call: Call) => list(call, '/conversations/unassigned', { ...of }),
    unread: (of: Holder, call: Call) => list(call, '/conversations/unread', { ...of }),
    notAnswered: (of: Holder, call: Call) => list(call, '/conversations/not-answered', { ...of }),
    get: async (one: One, call: Call) =>
      dataOf(await explaining400(get(call, '/conversations/get', { ...one }), refusedGet)),

    operators: (call: Call) => list(call, '/operators/all'),
    groups: (call: Call) => list(call, '/operators/groups'),
  };
}

export type Endpoints = ReturnType<typeof createEndpoints>;
