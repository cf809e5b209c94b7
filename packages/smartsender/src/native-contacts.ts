import type { Call } from '@anyinbox/core/provider';
import * as z from 'zod';
import { activitiesFlag } from './assumptions.ts';
import { nativeId } from './ids.ts';
import { mutate } from './mutation.ts';
import { listOfSchema, pageInput } from './native-list.ts';
import { readInput } from './read-input.ts';
import { chatSchema, contactInfoSchema, contactSchema, gateSchema, messageSchema } from './schemas.ts';

const oneInput = z.strictObject({ contactId: nativeId });
const listInput = z.strictObject(pageInput);
const searchInput = z.strictObject({ term: z.string().min(1), ...pageInput });
const messagesInput = z.strictObject({ contactId: nativeId, ...pageInput, activities: z.boolean().optional() });
const gatesInput = z.strictObject({ contactId: nativeId, ...pageInput });
const updateInput = z.strictObject({ contactId: nativeId, fields: z.record(z.string(), z.unknown()) });

type Input<S extends z.ZodType> = z.input<S>;

/** vendors/smartsender.md §Endpoints, /v1/contacts. `contactId` is what `conversation.contact.id` holds. */
export const contacts = {
  async get(input: Input<typeof oneInput>, call: Call) {
    const params = readInput(oneInput, input, 'contacts.get');
    return call.request({
      method: 'GET',
      path: '/v1/contacts/{contactId}',
      params,
      effect: 'read',
      response: contactSchema,
    });
  },

  /** The same with the variables as a map by name. */
  async info(input: Input<typeof oneInput>, call: Call) {
    const params = readInput(oneInput, input, 'contacts.info');
    return call.request({
      method: 'GET',
      path: '/v1/contacts/{contactId}/info',
      params,
      effect: 'read',
      response: contactInfoSchema,
    });
  },

  async search(input: Input<typeof searchInput>, call: Call) {
    const query = readInput(searchInput, input, 'contacts.search');
    return call.request({
      method: 'GET',
      path: '/v1/contacts/search',
      query,
      effect: 'read',
      response: listOfSchema(contactSchema),
    });
  },

  async list(input: Input<typeof listInput> | undefined, call: Call) {
    const query = readInput(listInput, input ?? {}, 'contacts.list');
    return call.request({
      method: 'GET',
      path: '/v1/contacts',
      query,
      effect: 'read',
      response: listOfSchema(contactSchema),
    });
  },

  async messages(input: Input<typeof messagesInput>, call: Call) {
    const { contactId, activities, ...page } = readInput(messagesInput, input, 'contacts.messages');
    return call.request({
      method: 'GET',
      path: '/v1/contacts/{contactId}/messages',
      params: { contactId },
      query: { ...page, activities: activities ? activitiesFlag : undefined },
      effect: 'read',
      response: listOfSchema(messageSchema),
    });
  },

  async chat(input: Input<typeof oneInput>, call: Call) {
    const params = readInput(oneInput, input, 'contacts.chat');
    return call.request({
      method: 'GET',
      path: '/v1/contacts/{contactId}/chat',
      params,
      effect: 'read',
      response: chatSchema,
    });
  },

  async gates(input: Input<typeof gatesInput>, call: Call) {
    const { contactId, ...query } = readInput(gatesInput, input, 'contacts.gates');
    return call.request({
      method: 'GET',
      path: '/v1/contacts/{contactId}/gates',
      params: { contactId },
      query,
      effect: 'read',
      response: listOfSchema(gateSchema),
    });
  },

  /** `fields` is the body as it is sent: system fields and variables by name. */
  async update(input: Input<typeof updateInput>, call: Call) {
    const { contactId, fields } = readInput(updateInput, input, 'contacts.update');
    await mutate(call, {
      method: 'PUT',
      path: '/v1/contacts/{contactId}',
      params: { contactId },
      body: fields,
      effect: 'write',
    });
  },
};
