/** The vendor's objects (vendors/brevo.md §2.1, §2.2, §3.3). What is optional there is optional here. */

export interface BrevoImageInfo {
  width: number;
  height: number;
  previewLink: string;
}

/** `file` and each of `attachments`, under the names of the newest specification. */
export interface BrevoFile {
  name: string;
  link: string;
  mimeType: string;
  /** Bytes. */
  size: number;
  isImage: boolean;
  isSticker?: boolean;
  isInline?: boolean;
  inlineId?: string;
  isAllowedFileType?: boolean;
  imageInfo?: BrevoImageInfo;
}

export interface BrevoMailbox {
  email?: string;
  name?: string;
}

export interface BrevoForwardedStatus {
  isSuccess?: boolean;
  error?: string;
}

/** `ConversationsMessage`. There is no id of a conversation in it. */
export interface BrevoMessage {
  id: string;
  type: 'agent' | 'visitor';
  /** The text, or the name of the attached file. */
  text: string;
  /** Escaped. */
  html: string;
  /** E-mail only: as it came, with whatever is in it. */
  rawUnsafeHtml?: string;
  visitorId: string;
  agentId?: string;
  agentName?: string;
  agentUserpic?: string;
  /** Unix milliseconds. */
  createdAt: number;
  isPushed?: boolean;
  isTrigger?: boolean;
  isBot?: boolean;
  isMissed?: boolean;
  isMissedByVisitor?: boolean;
  isSentViaJsApi?: boolean;
  isForward?: boolean;
  messageType?: string;
  receivedFrom?: string;
  source?: Record<string, unknown>;
  sourceMessageId?: string;
  integrations?: Record<string, unknown>;
  forwardedToSourceStatus?: BrevoForwardedStatus;
  file?: BrevoFile;
  attachments?: BrevoFile[];
  subject?: string;
  from?: BrevoMailbox;
  replyTo?: BrevoMailbox;
  to?: BrevoMailbox[];
  cc?: BrevoMailbox[];
  bcc?: BrevoMailbox[];
}

/** A message as webhooks carry it: without what only REST is documented to have. */
export type BrevoWebhookMessage = Omit<
  BrevoMessage,
  'visitorId' | 'agentUserpic' | 'messageType' | 'source' | 'integrations' | 'forwardedToSourceStatus'
> & { agentUserpic?: string | null };

export interface BrevoAgent {
  id: string;
  name: string;
  email: string;
  userpic?: string | null;
}

/** Values that were seen; the vendor's list is not known. */
export type BrevoSource = 'widget' | 'whatsapp' | 'instagram' | 'email' | (string & {});

export interface BrevoVisitor {
  /** The `visitorId` of the REST API. */
  id: string;
  threadId: string;
  threadLink: string;
  source: BrevoSource;
  sourceChannelRef?: string;
  sourceChannelLink?: string;
  sourceConversationRef?: string;
  groupId?: string;
  color: string;
  ip: string | null;
  browserLanguage: string;
  conversationLanguage: string;
  browser: string;
  os: string;
  userAgent: string;
  country: string;
  city: string;
  lastVisit?: {
    startedAt?: number;
    finishedAt?: number;
    hostName: string;
    viewedPages: { link: string; title: string }[];
  };
  displayedName: string;
  contactAttributes?: Record<string, string>;
  integrationAttributes?: Record<string, string>;
  attributes?: Record<string, string>;
  formattedAttributes?: Record<string, string>;
  notes?: string;
  contactId?: number;
  marketingConsent: boolean;
  termsOfServiceConsent: boolean;
  outsideConnections?: Record<string, unknown>;
  /** In `conversationTranscript` only. */
  isBanned?: boolean;
}

export interface BrevoPage {
  link: string;
  title: string;
}

export interface BrevoConversationStarted {
  eventName: 'conversationStarted';
  conversationId: string;
  /** Widget only. */
  conversationStartPage?: BrevoPage;
  isNoAvailableAgent: boolean;
  message: BrevoWebhookMessage;
  /** Only when an agent began. */
  agent?: BrevoAgent;
  visitor: BrevoVisitor;
}

export interface BrevoConversationFragment {
  eventName: 'conversationFragment';
  conversationId: string;
  messages: BrevoWebhookMessage[];
  agents: BrevoAgent[];
  visitor: BrevoVisitor;
  isNoAvailableAgent: boolean;
}

export interface BrevoConversationTranscript {
  eventName: 'conversationTranscript';
  conversationId: string;
  conversationStartPage?: BrevoPage;
  messages: BrevoWebhookMessage[];
  missedMessagesCount: number;
  agents: BrevoAgent[];
  visitor: BrevoVisitor;
}

export type BrevoWebhookBody = BrevoConversationStarted | BrevoConversationFragment | BrevoConversationTranscript;
