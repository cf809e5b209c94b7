export type { Attachment, AttachmentKind } from './attachment.ts';
export type { Channel, ChannelKind } from './channel.ts';
export type {
  Assignee,
  CanReply,
  Conversation,
  ConversationChannel,
  ConversationStatus,
  LastMessage,
} from './conversation.ts';
export {
  type ConversationFacts,
  type EventData,
  eventTypes,
  type InboxEvent,
  type InboxEventType,
  type MessageFacts,
} from './event.ts';
export { formatId, type ParsedId, parseId } from './id.ts';
export type {
  AssigneeTarget,
  CallOptions,
  ChannelPatch,
  ConversationQuery,
  Draft,
  DraftAttachment,
  ListOptions,
  ReadOptions,
  SendAs,
  SendOptions,
  WebsiteChannelDraft,
} from './inputs.ts';
export type { ConnectionFailure, Listing, Page } from './listing.ts';
export type { Author, Delivery, Message, Note } from './message.ts';
export type { Open } from './open.ts';
export type { Agent, Contact, Group } from './people.ts';
export type { Provenance } from './provenance.ts';
