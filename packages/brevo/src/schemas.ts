import { documented, sometimes } from '@anyinbox/core/provider';
import * as z from 'zod';
import { withoutUnsafeHtml } from './unsafe-html.ts';

/**
 * The vendor's objects, the same in REST and in webhooks (vendors/brevo.md §2.1, §3.3). No field is required here: mapping asks for those it needs,
 * unless the app gives them. What is not named passes through.
 */
const flag = z.boolean();
const text = z.string();
const id = z.string().min(1);
const mailbox = z.looseObject({ email: sometimes(text), name: sometimes(text) });
const untyped = z.unknown();

const forwardStatusSchema = z.looseObject({ isSuccess: sometimes(flag), error: sometimes(text) });

export const messageSchema = z.looseObject({
  id: documented(id),
  type: documented(text),
  text: documented(text),
  html: sometimes(text),
  visitorId: sometimes(id),
  agentId: sometimes(id),
  agentName: sometimes(text),
  agentUserpic: sometimes(text),
  createdAt: documented(z.int()),
  isPushed: sometimes(flag),
  isTrigger: sometimes(flag),
  isBot: sometimes(flag),
  isMissed: sometimes(flag),
  isMissedByVisitor: sometimes(flag),
  isSentViaJsApi: sometimes(flag),
  isForward: sometimes(flag),
  messageType: sometimes(text),
  receivedFrom: sometimes(text),
  source: sometimes(untyped),
  sourceMessageId: sometimes(text),
  integrations: sometimes(untyped),
  forwardedToSourceStatus: sometimes(forwardStatusSchema),
  file: sometimes(untyped),
  attachments: sometimes(z.array(untyped)),
  subject: sometimes(text),
  from: sometimes(mailbox),
  replyTo: sometimes(mailbox),
  to: sometimes(z.array(mailbox)),
  cc: sometimes(z.array(mailbox)),
  bcc: sometimes(z.array(mailbox)),
});

/** vendors/brevo.md §2 #10: both are of any type. */
export const visitorGroupSchema = z.looseObject({ visitorId: sometimes(untyped), groupId: sometimes(untyped) });

/** A body that is taken as it comes, but for what must not be shown. */
export const anyBody = untyped.transform((body) => withoutUnsafeHtml(body));

export const messageAnswer = anyBody.pipe(messageSchema);

export type BrevoForwardStatus = z.output<typeof forwardStatusSchema>;
export type BrevoMessage = z.output<typeof messageSchema>;
export type BrevoVisitorGroup = z.output<typeof visitorGroupSchema>;
