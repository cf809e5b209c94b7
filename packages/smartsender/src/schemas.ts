import { documented, listOf, sometimes } from '@anyinbox/core/provider';
import * as z from 'zod';
import { wireId } from './ids.ts';

/**
 * The vendor's objects (vendors/smartsender.md §Objects). No field is required here: mapping asks for those it needs, unless the app gives
 * them, and every other one may be missing. What is not named passes through. No secret field is documented in any of them.
 */
const flag = z.boolean();
const text = z.string();
const count = z.int().nonnegative();

export const cursorSchema = z.looseObject({ page: z.int(), pages: z.int() });

export const channelSchema = z.looseObject({
  id: documented(wireId),
  active: documented(flag),
  occupied: documented(flag),
  type: documented(text),
  name: documented(text),
  referrer: documented(z.number()),
  link: documented(text),
  app: documented(text),
  createdAt: documented(text),
  updatedAt: documented(text),
});

export const gateSchema = z.looseObject({
  id: documented(wireId),
  subscribed: documented(flag),
  unreadMessages: documented(count),
  channel: documented(channelSchema),
});

export const chatSchema = z.looseObject({
  id: documented(wireId),
  name: documented(text),
  image: documented(text),
  contact: documented(z.looseObject({ id: documented(wireId), originalId: documented(wireId) })),
  gates: documented(listOf(gateSchema)),
  createdAt: documented(text),
  updatedAt: documented(text),
  unreadMessages: sometimes(count),
});

/** The content of a message: which parameters there are depends on the type (`content.ts`). */
const templateSchema = z.looseObject({
  type: documented(text),
  resource: documented(
    z.looseObject({ parameters: documented(z.record(z.string(), z.unknown())), buttons: sometimes(z.unknown()) }),
  ),
});

export const messageSchema = z.looseObject({
  id: documented(wireId),
  content: documented(templateSchema),
  internal: documented(flag),
  state: documented(z.looseObject({ type: documented(text), message: documented(text) })),
  sender: documented(z.looseObject({ type: documented(text), image: documented(text), fullName: documented(text) })),
  gate: documented(gateSchema),
  editedAt: documented(text),
  seenAt: documented(text),
  createdAt: documented(text),
  deliveredAt: documented(text),
});

const userSchema = z.looseObject({
  id: documented(wireId),
  subscribed: documented(flag),
  email: documented(text),
  phone: documented(text),
  photo: documented(text),
  locale: documented(text),
  timezone: documented(text),
  fullName: documented(text),
  firstName: documented(text),
  createdAt: documented(text),
  preferredCurrency: documented(text),
});

export const operatorSchema = z.looseObject({
  id: documented(wireId),
  type: documented(text),
  watermark: documented(text),
  subscribed: documented(flag),
  involvement: documented(flag),
  chatsTotal: documented(count),
  createdAt: documented(text),
  deletedAt: documented(text),
  info: documented(userSchema),
  status: documented(z.looseObject({ id: documented(wireId), name: documented(text), color: documented(text) })),
});

export const noteSchema = z.looseObject({
  id: documented(wireId),
  content: documented(text),
  createdAt: documented(text),
  user: documented(userSchema),
});

const variableSchema = z.looseObject({
  id: documented(wireId),
  name: documented(text),
  content: documented(text),
  value: documented(z.unknown()),
  description: documented(text),
  createdAt: documented(text),
  updatedAt: documented(text),
});

const contactFields = {
  id: documented(wireId),
  photo: documented(text),
  state: documented(text),
  email: documented(text),
  phone: documented(text),
  fullName: documented(text),
  firstName: documented(text),
  lastName: documented(text),
  tags: documented(listOf(z.looseObject({ id: documented(wireId), name: documented(text), color: documented(text) }))),
  funnels: documented(
    listOf(z.looseObject({ id: documented(wireId), name: documented(text), serviceKey: documented(text) })),
  ),
  notes: sometimes(listOf(noteSchema)),
};

export const contactSchema = z.looseObject({ ...contactFields, variables: documented(listOf(variableSchema)) });

/** `/info` has the variables by name. */
export const contactInfoSchema = z.looseObject({
  ...contactFields,
  variables: documented(z.record(z.string(), z.unknown())),
});

/** Its full shape is not known. */
export const accountSchema = z.looseObject({ name: sometimes(text), photo: sometimes(text) });

export type SmartsenderChannel = z.output<typeof channelSchema>;
export type SmartsenderGate = z.output<typeof gateSchema>;
export type SmartsenderChat = z.output<typeof chatSchema>;
export type SmartsenderMessage = z.output<typeof messageSchema>;
export type SmartsenderOperator = z.output<typeof operatorSchema>;
export type SmartsenderNote = z.output<typeof noteSchema>;
export type SmartsenderContact = z.output<typeof contactSchema>;
export type SmartsenderContactInfo = z.output<typeof contactInfoSchema>;
export type SmartsenderAccount = z.output<typeof accountSchema>;
