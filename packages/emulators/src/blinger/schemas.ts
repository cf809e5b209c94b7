import * as z from 'zod';

/** vendors/blinger.md §Conversation endpoints, §Operators, groups, users. Bodies are strict, unknown query names are ignored. */

const id = z.int().min(1);
const text = z.string().refine((value) => value.trim() !== '', 'The text must not be empty.');

const conversation = { conversation_id: id };
const operator = { operator_id: id.optional() };
const webhook = { disable_webhook: z.union([z.literal(0), z.literal(1)]).default(0) };

/** For start, close and unassign. */
export const changeBody = z.strictObject({ ...conversation, ...operator, ...webhook });
export const assignOperatorBody = z.strictObject({ ...conversation, operator_id: id, ...webhook });
export const assignGroupBody = z.strictObject({ ...conversation, group_id: id });

export const messageBody = z.strictObject({ ...conversation, text, ...operator, ...webhook });
export const fileBody = z.strictObject({
  ...conversation,
  file_url: z.url({ protocol: /^https?$/ }),
  ...operator,
  ...webhook,
});
export const noteBody = z.strictObject({ ...operator, text, ...conversation });

export const unassignedQuery = z.object({ group_id: id.optional() });
export const inboxQuery = z.object({ ...operator, group_id: id.optional() });
export const getQuery = z.object(conversation);

export const newOperatorBody = z.strictObject({ operator_email: z.email(), operator_password: z.string().min(1) });
export const deletedOperatorBody = z.strictObject({ operator_id: id });
