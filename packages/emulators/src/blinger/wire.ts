/** The objects as Blinger sends them (vendors/blinger.md §Conversation object, §Operators, §Webhooks). Times are Unix seconds. */

export type BlingerStatus = 'unassigned' | 'inbox' | 'closed';

export interface BlingerUser {
  id: number;
  service_blinger_id: number;
  blinger_user_id: number;
  is_active: boolean;
  date_updated: number;
  date_created: number;
  tags: null;
  name: null;
  role: string;
  avatar: null;
  application: string;
  service_user_id: null;
  status: string;
  group_id: null;
  is_comments: null;
  page_url: null;
  page_title: null;
  extra_fields: null;
  extra_field_secret_key: string;
  custom_name: null;
}

/** The customer is `from_*`, the connected account `to_*`. */
export interface BlingerConversation {
  id: number;
  user_id: number;
  operator_user_id: number | null;
  from_blinger_user_id: number;
  to_blinger_user_id: number;
  from_user_name: string;
  to_user_name: string;
  application: string;
  last_message: string;
  unread_count: number;
  status: BlingerStatus;
  date_created: number;
  date_updated: number;
  from_user_avatar: string | null;
  is_outgoing: boolean;
  token: string;
  is_new_conversation: boolean;
  waiting_operator_response: boolean;
  group_id: number;
  is_inner_message: boolean | null;
  is_operator_last_message: boolean;
  is_group_closed: boolean;
  close_group: null;
  type: string;
  comment_post_id: null;
  comment_post_url: null;
  comment_post_title: null;
  comment_post_img: null;
  unassigned_date: number | null;
  last_message_date: number;
  from_user_custom_name: string | null;
  toBlingerUser: BlingerUser;
  /** Only when the option `messagesInGet` says so, on the read of one conversation. */
  messages?: BlingerMessage[];
}

/** The first four fields are documented, and that a fifth begins with `to_user`; the rest is assumed. */
export interface BlingerMessage {
  id: number;
  from_blinger_user_id: number;
  to_blinger_user_id: number;
  from_user_id: number;
  to_user_id: number;
  message: string;
  is_outgoing: boolean;
  date_created: number;
}

export interface BlingerOperator {
  id: number;
  user_id: number;
  owner_user_id: number;
  invite_email: string;
  conversations_token: string;
}

export interface BlingerGroup {
  id: number;
  user_id: number;
  title: string;
  priority: number;
  color: string;
  is_default: boolean;
}

export interface BlingerSuccess<T> {
  status: 200;
  data: T;
}

export interface BlingerFailure {
  /** A text, or field name to what is wrong with it. */
  error: string | Record<string, string>;
  status: number;
}

export interface BlingerFromUser {
  user_id: number;
  role: string;
  title: string;
  avatar: string;
  /** Live chat only. */
  page_title?: string;
  /** Live chat only. */
  page_url?: string;
  status: string;
  service_user_id: string;
  date_created: number;
}

export interface BlingerWebhookConversation {
  id: number;
  application: string;
  status: BlingerStatus;
  date_created: number;
  date_updated: number;
  from_user: BlingerFromUser;
  messages?: BlingerMessage[];
}

export interface BlingerConversationWebhook {
  webhook: string;
  conversation: BlingerWebhookConversation;
  /** Who holds the conversation. Absent when it is unassigned. */
  operator?: { id: number; name: string; email: string };
  /** On closing, unless they are in the conversation: the option `closedMessages` says where. */
  messages?: BlingerMessage[];
}

export interface BlingerMessageWebhook {
  webhook: string;
  from_user_id: number;
  to_user_id: number;
  message: string;
}
