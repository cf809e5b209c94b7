import { type Call, readInput, unexpectedResponse } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Endpoints } from './endpoints.ts';
import { parameters } from './parameters.ts';
import { conversationSchema, groupSchema, operatorSchema } from './schemas.ts';

type Schemas = typeof parameters;
/** Ids are integers, or the digits that native ids are. */
type Input<Name extends keyof Schemas> = z.input<Schemas[Name]>;

const { change, assignment, groupAssignment, textMessage, fileMessage, note, unassigned, holder, one } = parameters;

/**
 * Blinger's own calls (vendors/blinger.md §Conversation endpoints, §Operators). They answer what stands in `data`, without its secrets; of the
 * calls that change something its form is documented only for `start`.
 */
export function native(endpoints: Endpoints) {
  const conversations = {
    start: async (input: Input<'change'>, call: Call) =>
      endpoints.start(readInput(change, input, 'conversations.start'), call),
    close: async (input: Input<'change'>, call: Call) =>
      endpoints.close(readInput(change, input, 'conversations.close'), call),
    unassign: async (input: Input<'change'>, call: Call) =>
      endpoints.unassign(readInput(change, input, 'conversations.unassign'), call),
    assignOperator: async (input: Input<'assignment'>, call: Call) =>
      endpoints.assignOperator(readInput(assignment, input, 'conversations.assignOperator'), call),
    assignGroup: async (input: Input<'groupAssignment'>, call: Call) =>
      endpoints.assignGroup(readInput(groupAssignment, input, 'conversations.assignGroup'), call),
    sendMessage: async (input: Input<'textMessage'>, call: Call) =>
      endpoints.sendMessage(readInput(textMessage, input, 'conversations.sendMessage'), call),
    sendFileMessage: async (input: Input<'fileMessage'>, call: Call) =>
      endpoints.sendFileMessage(readInput(fileMessage, input, 'conversations.sendFileMessage'), call),
    sendNote: async (input: Input<'note'>, call: Call) =>
      endpoints.sendNote(readInput(note, input, 'conversations.sendNote'), call),

    async unassigned(input: Input<'unassigned'> | undefined, call: Call) {
      const of = readInput(unassigned, input ?? {}, 'conversations.unassigned');
      return objects(conversationSchema, await endpoints.unassigned(of, call));
    },
    async unread(input: Input<'holder'> | undefined, call: Call) {
      const of = readInput(holder, input ?? {}, 'conversations.unread');
      return objects(conversationSchema, await endpoints.unread(of, call));
    },
    async notAnswered(input: Input<'holder'> | undefined, call: Call) {
      const of = readInput(holder, input ?? {}, 'conversations.notAnswered');
      return objects(conversationSchema, await endpoints.notAnswered(of, call));
    },
    async get(input: Input<'one'>, call: Call) {
      const which = readInput(one, input, 'conversations.get');
      return object(conversationSchema, await endpoints.get(which, call));
    },
  };
  const operators = {
    all: async (_input: undefined, call: Call) => objects(operatorSchema, await endpoints.operators(call)),
    groups: async (_input: undefined, call: Call) => objects(groupSchema, await endpoints.groups(call)),
  };
  return { conversations, operators };
}

function object<S extends z.ZodType>(schema: S, data: unknown): z.output<S> {
  const result = schema.safeParse(data);
  if (!result.success) throw unexpectedResponse('body', ['data', ...(result.error.issues[0]?.path ?? [])]);
  return result.data;
}

function objects<S extends z.ZodType>(schema: S, items: readonly unknown[]): z.output<S>[] {
  return object(z.array(schema), items);
}
