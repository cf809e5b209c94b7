import * as z from 'zod';
import { assumed } from './assumptions.ts';

/** vendors/smartsender.md §Endpoints, §Pagination. Bodies are strict, unknown query names are ignored. */

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'Must be a whole number')
  .transform(Number);

export const pagingQuery = z.object({
  page: wholeNumber.pipe(z.number().min(1)).default(assumed.defaultPage),
  limitation: wholeNumber.pipe(z.number().min(1).max(20)).default(assumed.defaultLimitation),
});

const flag = z.enum(['0', '1', 'false', 'true']).transform((text) => text === '1' || text === 'true');

export const messagesQuery = z.object({ activities: flag.default(false) });

export const chatsQuery = z
  .object({
    term: z.string().optional(),
    state: z.enum(['open', 'closed']).optional(),
    activities: flag.optional(),
    'selector[name]': z.enum(['none', 'private', 'unread']).optional(),
    'selector[operatorId]': wholeNumber.optional(),
  })
  .refine((query) => query['selector[name]'] !== 'private' || query['selector[operatorId]'] !== undefined, {
    path: ['selector[operatorId]'],
    message: 'Required when selector[name] is private',
  });

export const searchQuery = z.object({ term: z.string().trim().min(1) });

export const stateBody = z.strictObject({ state: z.boolean() });
export const forwardBody = z.strictObject({ text: z.string().optional() });
export const noteBody = z.strictObject({ content: z.string().trim().min(1) });

const line = z.string().trim().min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()]).nullable();
const fixed = z.never('Cannot be changed').optional();

/** `PUT /contacts/{id}`: fields of the contact; every other name is that of a variable. */
export const contactBody = z
  .object({
    photo: line.optional(),
    email: line.nullable().optional(),
    phone: line.nullable().optional(),
    fullName: line.optional(),
    firstName: line.optional(),
    lastName: line.nullable().optional(),
    values: z.record(z.string(), scalar).optional(),
    id: fixed,
    state: fixed,
    tags: fixed,
    funnels: fixed,
    variables: fixed,
    notes: fixed,
  })
  .catchall(scalar)
  .refine((fields) => Object.keys(fields).length > 0, 'Nothing to change');

const messageId = z.union([z.int(), wholeNumber]);

export const editBody = z.strictObject({ text: z.string().min(1), messageId });
export const deleteBody = z.strictObject({ messageIds: z.array(messageId).min(1) });
