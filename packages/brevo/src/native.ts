import { type Call, readInput } from '@anyinbox/core/provider';
import * as z from 'zod';
import { agentMessages, agentOnlinePing, pushedMessages, visitorGroup } from './endpoints.ts';
import { filled } from './forms.ts';
import { identityFields, requireIdentity } from './native-identity.ts';
import { type BrevoMessage, type BrevoVisitorGroup, messageAnswer, visitorGroupSchema } from './schemas.ts';

const words = { visitorId: filled(), text: filled() };
const sendInput = z.strictObject({ ...words, ...identityFields }).superRefine(requireIdentity);
const pushInput = z.strictObject({ ...words, agentId: filled().optional(), groupId: filled().optional() });
const oneInput = z.strictObject({ id: filled() });
const updateInput = z.strictObject({ id: filled(), text: filled() });
const pingInput = z.strictObject(identityFields).superRefine(requireIdentity);
const groupInput = z.strictObject({ visitorId: filled(), groupId: filled().nullable() });

type One = z.input<typeof oneInput>;
type Update = z.input<typeof updateInput>;

/** Get, update and delete, which both kinds of messages have. */
function oneMessage(name: 'messages' | 'pushedMessages', endpoints: typeof agentMessages | typeof pushedMessages) {
  return {
    get: async (input: One, call: Call): Promise<BrevoMessage> =>
      call.request(endpoints.get(readInput(oneInput, input, `${name}.get`).id, messageAnswer)),
    async update(input: Update, call: Call): Promise<BrevoMessage> {
      const { id, text } = readInput(updateInput, input, `${name}.update`);
      return call.request(endpoints.update(id, text, messageAnswer));
    },
    async delete(input: One, call: Call): Promise<void> {
      await call.request(endpoints.delete(readInput(oneInput, input, `${name}.delete`).id));
    },
  };
}

/** Brevo's own ten calls (vendors/brevo.md §2): native ids in, the vendor's objects out, without their unsafe HTML. */
export const native = {
  messages: {
    /** Nothing is filled in from the configuration. */
    send: async (input: z.input<typeof sendInput>, call: Call): Promise<BrevoMessage> =>
      call.request(agentMessages.send(readInput(sendInput, input, 'messages.send'), messageAnswer)),
    ...oneMessage('messages', agentMessages),
  },

  pushedMessages: {
    send: async (input: z.input<typeof pushInput>, call: Call): Promise<BrevoMessage> =>
      call.request(pushedMessages.send(readInput(pushInput, input, 'pushedMessages.send'), messageAnswer)),
    ...oneMessage('pushedMessages', pushedMessages),
  },

  /** Keeps an agent online for two to three minutes. */
  async agentOnlinePing(input: z.input<typeof pingInput>, call: Call): Promise<void> {
    await call.request(agentOnlinePing(readInput(pingInput, input, 'agentOnlinePing')));
  },

  /** The body is inferred; `groupId: null` takes the visitor out of its group. */
  async visitorGroup(input: z.input<typeof groupInput>, call: Call): Promise<BrevoVisitorGroup> {
    const { visitorId, groupId } = readInput(groupInput, input, 'visitorGroup');
    return call.request(visitorGroup(visitorId, groupId, visitorGroupSchema));
  },
};
