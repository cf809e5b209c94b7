import { documented, sometimes } from '@anyinbox/core/provider';
import * as z from 'zod';
import { wireId } from '../ids.ts';

/** vendors/blinger.md §Webhooks, without the secrets that never come this far. What is not named passes through. */
const text = z.string();
const whole = z.int();
const anything = z.unknown();

const fromUserSchema = z.looseObject({
  user_id: documented(anything),
  role: documented(anything),
  title: documented(text),
  avatar: documented(text),
  page_title: sometimes(anything),
  page_url: sometimes(anything),
  status: documented(anything),
  service_user_id: documented(anything),
  date_created: documented(anything),
});

export const toldConversationSchema = z.looseObject({
  id: documented(wireId),
  application: documented(text),
  status: documented(text),
  date_created: documented(whole),
  date_updated: documented(whole),
  from_user: documented(fromUserSchema),
  messages: sometimes(anything),
});

export const toldOperatorSchema = z.looseObject({
  id: documented(wireId),
  name: documented(text),
  email: documented(text),
});

/** The documented example ends within the fifth field: what the rest is called is assumed (../assumptions.ts). */
export const toldMessageSchema = z.looseObject({
  id: documented(wireId),
  from_blinger_user_id: documented(wireId),
  to_blinger_user_id: documented(wireId),
  from_user_id: documented(wireId),
  to_user_id: sometimes(wireId),
  is_outgoing: sometimes(z.boolean()),
  is_inner_message: sometimes(z.boolean()),
  message: sometimes(text),
  text: sometimes(text),
  date_created: sometimes(whole),
});

export type ToldConversation = z.output<typeof toldConversationSchema>;
export type ToldMessage = z.output<typeof toldMessageSchema>;
