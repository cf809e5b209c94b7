import { canary } from './canary.ts';
import {
  type BlingerAccountRecord,
  type BlingerConversationRecord,
  type BlingerOperatorRecord,
  type BlingerState,
  seconds,
  takeId,
} from './state.ts';
import type { BlingerGroup } from './wire.ts';

export interface NewConversation {
  account: BlingerAccountRecord;
  group: BlingerGroup;
  /** Null for a conversation that nobody holds: it is unassigned, unless it is closed. */
  operator: BlingerOperatorRecord | null;
  closed: boolean;
  clientName: string;
  clientAvatar: string | null;
  type: string;
  at: number;
}

/** Adds a conversation without messages. */
export function addConversation(state: BlingerState, options: NewConversation): BlingerConversationRecord {
  const { account, group, operator, closed, clientName, clientAvatar, type } = options;
  const id = takeId(state, 'conversation');
  const userId = takeId(state, 'user');
  const at = seconds(options.at);
  const { application } = account.user;
  const page =
    application === 'livechat'
      ? { page_title: 'Example Shop', page_url: `https://shop.example.com/products/${id}` }
      : undefined;
  const conversation: BlingerConversationRecord = {
    id,
    user_id: state.ownerUserId,
    operator_user_id: operator?.user_id ?? null,
    from_blinger_user_id: takeId(state, 'blingerUser'),
    to_blinger_user_id: account.user.id,
    from_user_name: clientName,
    to_user_name: account.name,
    application,
    last_message: '',
    unread_count: 0,
    status: closed ? 'closed' : operator === null ? 'unassigned' : 'inbox',
    date_created: at,
    date_updated: at,
    from_user_avatar: clientAvatar,
    is_outgoing: false,
    token: canary('token', id),
    is_new_conversation: true,
    waiting_operator_response: false,
    group_id: group.id,
    is_inner_message: null,
    is_operator_last_message: false,
    is_group_closed: false,
    close_group: null,
    type,
    comment_post_id: null,
    comment_post_url: null,
    comment_post_title: null,
    comment_post_img: null,
    unassigned_date: closed || operator !== null ? null : at,
    last_message_date: at,
    from_user_custom_name: null,
    toBlingerUser: account.user,
    messages: [],
    notes: [],
    fromUser: {
      user_id: userId,
      role: 'default',
      title: clientName,
      avatar: clientAvatar ?? 'https://cdn.example.com/avatars/none.png',
      ...page,
      status: 'enabled',
      service_user_id: application === 'livechat' ? `visitor-${userId}` : String(880_000_000 + userId),
      date_created: at,
    },
    touched: takeId(state, 'touched'),
  };
  state.conversations.push(conversation);
  return conversation;
}
