import { type Call, readInput } from '@anyinbox/core/provider';
import * as z from 'zod';
import { noteBody } from './assumptions.ts';
import { get } from './get.ts';
import { nativeId } from './ids.ts';
import { mutate } from './mutation.ts';
import { contacts } from './native-contacts.ts';
import { accountSchema } from './schemas.ts';

const noteInput = z.strictObject({ contactId: nativeId, noteId: nativeId });
const noteUpdateInput = noteInput.extend({ content: z.string().min(1) });
const involveInput = z.strictObject({ operatorId: nativeId, state: z.boolean() });

/**
 * Smartsender's own calls (vendors/smartsender.md §Endpoints): native ids in, the vendor's objects out, with ids as strings and times as they came.
 */
export const native = {
  /** The account, or project, of the token. */
  me: async (_input: undefined, call: Call) => get(call, { path: '/v1/me', response: accountSchema }),

  contacts,

  notes: {
    async update(input: z.input<typeof noteUpdateInput>, call: Call) {
      const { contactId, noteId, content } = readInput(noteUpdateInput, input, 'notes.update');
      await mutate(call, {
        method: 'PUT',
        path: '/v1/contacts/{contactId}/notes/{noteId}',
        params: { contactId, noteId },
        body: noteBody(content),
        effect: 'write',
      });
    },

    async delete(input: z.input<typeof noteInput>, call: Call) {
      await mutate(call, {
        method: 'DELETE',
        path: '/v1/contacts/{contactId}/notes/{noteId}',
        params: readInput(noteInput, input, 'notes.delete'),
        effect: 'write',
      });
    },
  },

  operators: {
    /** Whether incoming chats are assigned to the operator by themselves. */
    async involve(input: z.input<typeof involveInput>, call: Call) {
      const { operatorId, state } = readInput(involveInput, input, 'operators.involve');
      await mutate(call, {
        method: 'PUT',
        path: '/v1/operators/{operatorId}/involve',
        params: { operatorId },
        body: { state },
        effect: 'write',
      });
    },
  },
};
