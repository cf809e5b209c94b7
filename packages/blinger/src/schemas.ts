import { documented } from '@anyinbox/core/provider';
import * as z from 'zod';
import { wireId } from './ids.ts';

/**
 * The vendor's objects (vendors/blinger.md §Conversation object, §Operators), without the secrets that never come this far. No field is required
 * here: mapping asks for those it needs, unless the app gives them. What is not named passes through.
 */
const flag = z.boolean();
const text = z.string();
const whole = z.int();

/** Of many fields only null was seen: what else they hold is not known. */
const blingerUserSchema = z.looseObject({
  id: documented(wireId),
  service_blinger_id: documented(wireId),
  blinger_user_id: documented(wireId),
  is_active: documented(flag),
  date_updated: documented(whole),
  date_created: documented(whole),
  tags: documented(z.unknown()),
  name: documented(text),
  role: documented(text),
  avatar: documented(text),
  application: documented(text),
  service_user_id: documented(z.unknown()),
  status: documented(text),
  group_id: documented(wireId),
  is_comments: documented(z.unknown()),
  page_url: documented(text),
  page_title: documented(text),
  extra_fields: documented(z.unknown()),
  custom_name: documented(text),
});

export const conversationSchema = z.looseObject({
  id: documented(wireId),
  user_id: documented(wireId),
  operator_user_id: documented(wireId),
  from_blinger_user_id: documented(wireId),
  to_blinger_user_id: documented(wireId),
  from_user_name: documented(text),
  to_user_name: documented(text),
  application: documented(text),
  last_message: documented(text),
  unread_count: documented(whole.nonnegative()),
  status: documented(text),
  date_created: documented(whole),
  date_updated: documented(whole),
  from_user_avatar: documented(text),
  is_outgoing: documented(flag),
  is_new_conversation: documented(flag),
  waiting_operator_response: documented(flag),
  group_id: documented(wireId),
  is_inner_message: documented(flag),
  is_operator_last_message: documented(flag),
  is_group_closed: documented(flag),
  close_group: documented(z.unknown()),
  type: documented(text),
  comment_post_id: documented(z.union([whole, text])),
  comment_post_url: documented(text),
  comment_post_title: documented(text),
  comment_post_img: documented(text),
  unassigned_date: documented(whole),
  last_message_date: documented(whole),
  from_user_custom_name: documented(text),
  toBlingerUser: documented(blingerUserSchema),
});

export const operatorSchema = z.looseObject({
  id: documented(wireId),
  user_id: documented(wireId),
  owner_user_id: documented(wireId),
  invite_email: documented(text),
});

export const groupSchema = z.looseObject({
  id: documented(wireId),
  user_id: documented(wireId),
  title: documented(text),
  priority: documented(whole),
  color: documented(text),
  is_default: documented(flag),
});

export type BlingerConversation = z.output<typeof conversationSchema>;
export type BlingerOperator = z.output<typeof operatorSchema>;
export type BlingerGroup = z.output<typeof groupSchema>;
