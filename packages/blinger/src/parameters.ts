import * as z from 'zod';
import { inputId } from './ids.ts';

/** The parameters of each endpoint, in the vendor's words (vendors/blinger.md §Conversation endpoints). */
const conversation = { conversation_id: inputId };
const operator = { operator_id: inputId.optional() };
const group = { group_id: inputId.optional() };
const webhook = { disable_webhook: z.literal([0, 1]).optional() };
const text = z.string().min(1);

export const parameters = {
  change: z.strictObject({ ...conversation, ...operator, ...webhook }),
  assignment: z.strictObject({ ...conversation, operator_id: inputId, ...webhook }),
  groupAssignment: z.strictObject({ ...conversation, group_id: inputId }),
  textMessage: z.strictObject({ ...conversation, text, ...operator, ...webhook }),
  fileMessage: z.strictObject({ ...conversation, file_url: text, ...operator, ...webhook }),
  note: z.strictObject({ ...operator, text, ...conversation }),
  unassigned: z.strictObject(group),
  holder: z.strictObject({ ...operator, ...group }),
  one: z.strictObject(conversation),
};

type Of<Name extends keyof typeof parameters> = Readonly<z.output<(typeof parameters)[Name]>>;

/** The same as they go over the wire. */
export type Change = Of<'change'>;
export type Assignment = Of<'assignment'>;
export type GroupAssignment = Of<'groupAssignment'>;
export type TextMessage = Of<'textMessage'>;
export type FileMessage = Of<'fileMessage'>;
export type Note = Of<'note'>;
export type Holder = Of<'holder'>;
export type One = Of<'one'>;
