import * as z from 'zod';

/** vendors/brevo.md §2. */

const text = z.string().refine((value) => value.trim() !== '');
const id = z.string().min(1);

/** The rule that joins these fields is in agent-of.ts. */
const identity = {
  agentId: id.optional(),
  agentEmail: z.email().optional(),
  agentName: z.string().min(1).optional(),
  receivedFrom: z.string().min(1).optional(),
};

export const messageBody = z.strictObject({ visitorId: id, text, ...identity });
export const pushedMessageBody = z.strictObject({
  visitorId: id,
  text,
  agentId: id.optional(),
  groupId: id.optional(),
});
export const editBody = z.strictObject({ text });
export const pingBody = z.strictObject(identity);

/** The specification has `groupId` only, of any type (see assumptions.ts). */
export const visitorGroupBody = z.strictObject({ visitorId: id, groupId: id.nullable() });

export type AgentIdentity = z.output<typeof pingBody>;
