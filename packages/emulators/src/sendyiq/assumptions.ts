/**
 * The vendor documents its requests and not one response (vendors/sendyiq.md §Stays UNKNOWN): every field name, every value and every
 * shape in this file is an assumption. The entity names SocialChannel, SocialConversation and SocialMessage, `ChannelType = Website`,
 * `ExternalAccountId` = channel token, `IsEnabled` and a `ChannelToken` are hints of the documentation (§Domain model hints); that they
 * appear in JSON, and in camelCase, is not.
 */

export type SendyiqConversationStatus = 'Open' | 'Resolved';

/** SocialChannel. Secrets are never in it. */
export interface SendyiqChannel {
  id: string;
  channelType: 'Website' | 'WhatsApp' | 'Instagram' | 'Facebook';
  displayName: string;
  /** Website: the channel token. Others: the account's id at Meta. */
  externalAccountId: string;
  /** Website only, 32 hexadecimal digits. */
  channelToken: string | null;
  isEnabled: boolean;
  isAgentEnabled: boolean;
  aiProviderCode: string | null;
  aiModelCode: string | null;
  systemPromptOverride: string | null;
  tokenExpiresAt: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface SendyiqAttachment {
  type: 'image' | 'video' | 'audio' | 'voice' | 'file';
  url: string;
  fileName: string;
  mimeType: string;
  size: number;
}

/** SocialMessage. */
export interface SendyiqMessage {
  id: string;
  conversationId: string;
  direction: 'Inbound' | 'Outbound';
  senderType: 'Customer' | 'Agent' | 'Ai';
  senderName: string;
  text: string | null;
  /** Absent when there are none. */
  attachments?: SendyiqAttachment[];
  status: 'Received' | 'Sent' | 'Delivered' | 'Read' | 'Failed';
  createdAt: string;
}

/** SocialConversation, for website chats too. */
export interface SendyiqConversation {
  id: string;
  channelId: string;
  channelType: SendyiqChannel['channelType'];
  customerName: string;
  customerPhone: string | null;
  customerEmail: string | null;
  status: SendyiqConversationStatus;
  unreadCount: number;
  /** The text of the last message. */
  lastMessage: string | null;
  lastMessageAt: string | null;
  createdAt: string;
  updatedAt: string;
  /** Oldest first, all of them, on the read of one conversation; lists do not have it. */
  messages?: SendyiqMessage[];
}

/** What POST /social/channels/website answers. That there is a snippet is documented, its name is not. */
export interface SendyiqWebsiteChannel extends SendyiqChannel {
  embedSnippet: string;
}

/** What POST /chat/hub-token answers. */
export interface SendyiqHubToken {
  token: string;
  expiresAt: string;
}

/** What the hub sends with `NewCustomerMessage`, as its one argument. */
export interface SendyiqHubMessage {
  conversationId: string;
  message: SendyiqMessage;
}

export const assumed = {
  /** No form of 401, 403 or 404 is documented; the two body fields are (for 400), their types are not. */
  missingKey: { status: 401, message: 'The X-API-Key header is missing' },
  wrongKey: { status: 401, message: 'The API key is not valid' },
  notFound: { status: 404, message: 'Not found' },
  /** Also for a malformed id in the path. `errors` is field name to messages, and empty when no field is to blame. */
  invalid: { status: 400, message: 'One or more validation errors occurred.' },
  channelGone: { status: 400, message: 'The channel of this conversation does not exist any more' },
  channelDisabled: { status: 400, message: 'The channel of this conversation is disabled' },
  noTokenToRotate: { status: 400, message: 'Only website channels have a token to rotate' },
  /** Pages count from 1. More than the maximum is cut to it. */
  defaultPage: 1,
  defaultPageSize: 20,
  largestPageSize: 100,
  hubTokenLifetimeMs: 5 * 60_000,
  /** What DELETE answers. */
  deleted: { success: true },
} as const;

/**
 * Behaviour without a value to keep here:
 * - query names ignore case, as ASP.NET does; unknown ones are ignored; a name without a value counts as absent;
 * - `Status` takes `Open` and `Resolved` in any case, anything else is a bad filter (400 is documented for bad filters);
 * - conversations come latest `updatedAt` first;
 * - bodies with unknown fields are refused; a body where none is documented is not looked at;
 * - POST messages answers the message; resolve, reopen, toggle-agent, rotate-token and PATCH answer the changed object;
 * - resolve and reopen are idempotent; a customer's message reopens, an agent's does not;
 * - an agent's message sets `unreadCount` to 0, reading a conversation does not;
 * - deleting a channel keeps its conversations, which can then not be written to;
 * - a hub token opens any number of connections until it expires, and none is cut when it does;
 * - social messages are not pushed on the hub;
 * - website channels belong to /chat, all others to /social; /social/channels lists both.
 */
