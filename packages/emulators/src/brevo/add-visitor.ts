import { type BrevoConversationRecord, type BrevoState, takeId } from './state.ts';
import type { BrevoPage, BrevoSource, BrevoVisitor } from './wire.ts';

export interface BrevoNewVisitor {
  /** Your own one, as an app may give through the widget; one of the vendor's form if absent. */
  visitorId?: string;
  /** `widget` if absent. */
  source?: BrevoSource;
  displayedName?: string;
  email?: string | null;
  phone?: string | null;
  groupId?: string;
  /** Where the chat began, for the widget. */
  startPage?: BrevoPage;
  /** Anything else of the visitor, as it shall be sent. */
  details?: Partial<Omit<BrevoVisitor, 'id' | 'source' | 'displayedName'>>;
}

const colors = ['#e67e22', '#16a085', '#2980b9', '#8e44ad', '#c0392b', '#27ae60'];

/** Adds a visitor with whom no conversation has begun. */
export function addVisitor(state: BrevoState, options: BrevoNewVisitor = {}): BrevoConversationRecord {
  const { source = 'widget', groupId } = options;
  if (groupId !== undefined && !state.groups.some(({ id }) => id === groupId)) {
    throw new Error(`The emulator has no group ${groupId}`);
  }
  const threadId = takeId(state);
  const visitor: BrevoVisitor = {
    id: options.visitorId ?? takeId(state),
    threadId,
    threadLink: `https://conversations-app.brevo.com/conversations/${threadId}`,
    source,
    ...(source === 'widget' ? {} : channelOf(source, threadId)),
    ...(groupId === undefined ? {} : { groupId }),
    color: colors[state.conversations.length % colors.length] as string,
    ip: null,
    browserLanguage: '',
    conversationLanguage: 'en',
    browser: '',
    os: '',
    userAgent: '',
    country: '',
    city: '',
    displayedName: options.displayedName ?? 'New visitor',
    ...attributesOf(options),
    marketingConsent: false,
    termsOfServiceConsent: true,
    ...options.details,
  };
  if (state.conversations.some((other) => other.visitor.id === visitor.id)) {
    throw new Error(`The emulator has a visitor ${visitor.id} already`);
  }
  const conversation: BrevoConversationRecord = {
    conversationId: takeId(state),
    visitor,
    ...(options.startPage === undefined ? {} : { startPage: options.startPage }),
    banned: false,
    running: false,
    messages: [],
  };
  state.conversations.push(conversation);
  return conversation;
}

/** What an outside channel is called is known, what these fields hold is not. */
function channelOf(source: string, threadId: string): Pick<BrevoVisitor, 'sourceChannelRef' | 'sourceConversationRef'> {
  return { sourceChannelRef: `${source}-channel-1`, sourceConversationRef: `${source}-${threadId}` };
}

/** `attributes` is `contactAttributes` and `integrationAttributes` together; `formattedAttributes` is for display. */
function attributesOf({ source, email, phone }: BrevoNewVisitor) {
  const contact: Record<string, string> = {};
  if (email) contact['EMAIL'] = email;
  if (phone) contact['SMS'] = phone;
  if (phone && source === 'whatsapp') contact['WHATSAPP'] = phone;
  return {
    contactAttributes: contact,
    integrationAttributes: {},
    attributes: { ...contact },
    formattedAttributes: { ...contact },
  };
}
