import { listOf, sometimes } from '@anyinbox/core/provider';
import * as z from 'zod';

const text = sometimes(z.string());
const id = z.string().min(1);
const attributes = sometimes(z.record(z.string(), z.unknown()));

/** vendors/brevo.md §3.3, observed: of everything but the id a visitor may lack. */
const visitor = z.object({
  id,
  threadId: text,
  threadLink: text,
  source: text,
  sourceChannelRef: text,
  groupId: text,
  displayedName: text,
  attributes,
});

const agent = z.object({ id, name: text, email: text, userpic: text });

const common = { conversationId: text, visitor, agents: sometimes(listOf(agent)) };
const messages = z.array(z.unknown());

/** The three events (vendors/brevo.md §3.3). Each message is read by itself, so that one that cannot be read hides no other. */
export const deliverySchema = z.discriminatedUnion('eventName', [
  z.object({
    eventName: z.literal('conversationStarted'),
    ...common,
    message: z.unknown(),
    agent: sometimes(agent),
  }),
  z.object({ eventName: z.literal('conversationFragment'), ...common, messages }),
  z.object({ eventName: z.literal('conversationTranscript'), ...common, messages }),
]);

export type BrevoDelivery = z.output<typeof deliverySchema>;
export type BrevoVisitor = z.output<typeof visitor>;
export type BrevoAgent = z.output<typeof agent>;
