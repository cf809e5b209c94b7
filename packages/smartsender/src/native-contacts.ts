import { type Call, readInput } from '@anyinbox/core/provider';
import * as z from 'zod';
import { activitiesFlag } from './assumptions.ts';
import { get } from './get.ts';
import { nativeId } from './ids.ts';
import { mutate } from './mutation.ts';
import { listOfSchema, pageInput } from './native-list.ts';
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
    return get(call, {
      path: '/v1/contacts/{contactId}',
      params,
      response: contactSchema,
    });
  },

  /** The same with the variables as a map by name. */
  async info(input: Input<typeof oneInput>, call: Call) {
    const params = readInput(oneInput, input, 'contacts.info');
    return get(call, {
      path: '/v1/contacts/{contactId}/info',
      params,
      response: contactInfoSchema,
    });
  },

  async search(input: Input<typeof searchInput>, call: Call) {
    const query = readInput(searchInput, input, 'contacts.search');
    return get(call, {
      path: '/v1/contacts/search',
      query,
      response: listOfSchema(contactSchema),
    });
  },

  async list(input: Input<typeof listInput> | undefined, call: Call) {
    const query = readInput(listInput, input ?? {}, 'contacts.list');
    return get(call, {
      path: '/v1/contacts',
      query,
      response: listOfSchema(contactSchema),
    });
  },

  async messages(input: Input<typeof messagesInput>, call: Call) {
    const { contactId, activities, ...page } = readInput(messagesInput, input, 'contacts.messages');
    return get(call, {
      path: '/v1/contacts/{contactId}/messages',
      params: { contactId },
      query: { ...page, activities: activities ? activitiesFlag : undefined },
      response: listOfSchema(messageSchema),
    });
  },

  async chat(input: Input<typeof oneInput>, call: Call) {
    const params = readInput(oneInput, input, 'contacts.chat');
    return get(call, {
      path: '/v1/contacts/{contactId}/chat',
      params,
      response: chatSchema,
    });
  },

  async gates(input: Input<typeof gatesInput>, call: Call) {
    const { contactId, ...query } = readInput(gatesInput, input, 'contacts.gates');
    return get(call, {
      path: '/v1/contacts/{contactId}/gates',
      params: { contactId },
      query,
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
