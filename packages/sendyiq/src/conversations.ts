import {
  type Call,
  entityMapper,
  type HandlersFor,
  InboxError,
  mapItems,
  type VendorRequest,
} from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Area } from './area.ts';
import { conversationFields } from './assumptions/index.ts';
import type { capabilities } from './capabilities.ts';
import type { Context } from './config.ts';
import { conversationMapper } from './conversation.ts';
import { findEntity } from './envelope.ts';
import { readList } from './list-envelope.ts';
import { nextPosition, readPosition } from './position.ts';

const ids = conversationFields.nativeId.spellings;

/** vendors/sendyiq.md §Endpoints. */
export function conversationHandlers(
  { config, normalize, reportDrift }: Context,
  area: Area,
): HandlersFor<typeof capabilities>['conversations'] {
  const { firstPage, statusValues } = config.options;
  const toConversation = entityMapper(normalize, 'conversation', conversationMapper(reportDrift));
  const change = async (action: 'resolve' | 'reopen', conversationId: string, call: Call) => {
    await call.request({
      method: 'POST',
      path: `${area.conversations}/{conversationId}/${action}`,
      params: { conversationId },
      effect: 'write',
      response: z.unknown(),
      anyText: true,
    });
  };

  return {
    async list({ status, channelId }, request, call) {
      const position = readPosition(request, firstPage);
      const body = await call.request({
        method: 'GET',
        path: area.conversations,
        query: {
          Page: position.page,
          [area.pageSize]: position.size,
          Status: status === 'open' || status === 'closed' ? statusValues[status] : undefined,
          ChannelId: channelId,
        },
        effect: 'read',
        response: z.unknown(),
      });
      const list = readList(body, 'conversations', normalize, reportDrift);
      return {
        ...mapItems('conversation', list.items, toConversation, reportDrift),
        next: nextPosition(position, firstPage, list),
      };
    },
    async get(conversationId, call) {
      const body = await call.request(readConversation(area, conversationId));
      return toConversation(findEntity(body, 'conversation', ids));
    },
    close: (conversationId, call) => change('resolve', conversationId, call),
    async reopen(conversationId, { agentId }, call) {
      if (agentId !== undefined) throw noAgents();
      await change('reopen', conversationId, call);
    },
  };
}

/** The read that shows a conversation, and maybe its messages. */
export function readConversation(area: Area, conversationId: string): VendorRequest<unknown> {
  return {
    method: 'GET',
    path: `${area.conversations}/{conversationId}`,
    params: { conversationId },
    effect: 'read',
    response: z.unknown(),
  };
}

function noAgents(): InboxError {
  return new InboxError('SendyIQ cannot reopen a conversation in the name of an agent', {
    code: 'unsupported',
    blame: 'caller',
    outcome: 'not-sent',
    hint: 'Leave out `agentId`: the vendor has no agents to choose from.',
  });
}
