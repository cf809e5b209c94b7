import type { Operation } from '@anyinbox/core';
import * as z from 'zod';

const id = z.string().regex(/^conformance:.+/s, 'must be an id of this connection');
const nativeId = z.string().min(1);
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'must be ISO 8601 UTC');
const text = z.string();
const filled = z.string().min(1);
const count = z.int().nonnegative();

const provenance = z.strictObject({
  source: z.enum(['live', 'mirror', 'event', 'send']),
  asOf: time,
  complete: z.boolean(),
});
const raw = z.unknown().optional();
const agent = z.strictObject({
  id,
  name: filled.optional(),
  email: filled.optional(),
  avatarUrl: z.url().optional(),
  online: z.boolean().optional(),
  raw,
});
const group = z.strictObject({ id, name: text, raw });
const contact = z.strictObject({
  id: id.optional(),
  name: text.nullish(),
  email: text.nullish(),
  phone: text.nullish(),
  avatarUrl: z.url().nullish(),
  attributes: z.record(z.string(), z.unknown()).optional(),
});
const attachment = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'voice', 'file', 'sticker', 'location', 'contact', 'unknown']),
  nativeKind: text.optional(),
  url: z.url().optional(),
  name: text.optional(),
  mimeType: text.optional(),
  size: count.optional(),
  width: count.optional(),
  height: count.optional(),
  previewUrl: z.url().optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  fullName: text.optional(),
  phone: text.optional(),
});
const author = z.strictObject({
  kind: z.enum(['contact', 'agent', 'bot', 'system', 'unknown']),
  id: id.optional(),
  name: text.optional(),
  avatarUrl: z.url().optional(),
});

const conversation = z.strictObject({
  id,
  nativeId,
  connectionId: z.literal('conformance'),
  provider: filled,
  channel: z.strictObject({ id: id.optional(), kind: filled, nativeKind: text.optional(), name: text.optional() }),
  contact,
  status: z.enum(['open', 'pending', 'snoozed', 'closed', 'unknown']),
  nativeStatus: text.optional(),
  assignee: z.strictObject({ agent: agent.optional(), group: group.optional() }).nullish(),
  subject: text.nullish(),
  unreadCount: count.optional(),
  lastMessage: z
    .strictObject({ text, direction: z.enum(['inbound', 'outbound']).optional(), createdAt: time.optional() })
    .nullish(),
  waitingSince: time.nullish(),
  canReply: z.strictObject({ allowed: z.boolean(), until: time.optional(), reason: text.optional() }).optional(),
  createdAt: time.optional(),
  updatedAt: time.optional(),
  links: z.record(z.string(), z.url()).optional(),
  provenance,
  raw,
});
const message = z.strictObject({
  id,
  nativeId,
  conversationId: id,
  kind: z.enum(['message', 'activity']),
  direction: z.enum(['inbound', 'outbound']),
  author,
  text,
  html: text.optional(),
  attachments: z.array(attachment),
  delivery: z.strictObject({
    state: z.enum(['pending', 'sent', 'delivered', 'read', 'failed', 'unknown']),
    reason: text.optional(),
  }),
  automated: z.boolean().optional(),
  echoOf: text.optional(),
  createdAt: time,
  editedAt: time.nullish(),
  deletedAt: time.nullish(),
  provenance,
  raw,
});
const note = z.strictObject({
  id,
  nativeId,
  conversationId: id,
  author,
  text,
  createdAt: time.optional(),
  provenance,
  raw,
});
const channel = z.strictObject({
  id,
  nativeId,
  kind: filled,
  nativeKind: text,
  name: text,
  active: z.boolean().optional(),
  aiAgentEnabled: z.boolean().optional(),
  createdAt: time.optional(),
  provenance,
  raw,
});

const page = (item: z.ZodType) =>
  z.strictObject({ items: z.array(item), nextCursor: filled.optional(), incomplete: filled.optional() });

/** What each operation resolves with, strictly: a field that the model does not know fails. */
export const results: { readonly [O in Operation]: z.ZodType } = {
  'conversations.list': page(conversation),
  'conversations.get': conversation,
  'conversations.close': z.undefined(),
  'conversations.reopen': z.undefined(),
  'conversations.markRead': z.undefined(),
  'conversations.assign.agent': z.undefined(),
  'conversations.assign.group': z.undefined(),
  'conversations.unassign': z.undefined(),
  'messages.list': page(message),
  'messages.get': message,
  'messages.send.text': message,
  'messages.send.file': message,
  'messages.send.automated': message,
  'messages.edit': z.undefined(),
  'messages.delete': z.undefined(),
  'notes.add': note,
  'notes.list': page(note),
  'channels.list': page(channel),
  'channels.get': channel,
  'channels.createWebsite': channel,
  'channels.update': z.undefined(),
  'channels.delete': z.undefined(),
  'channels.rotateToken': z.undefined(),
  'channels.setAiAgent': z.undefined(),
  'agents.list': page(agent),
  'agents.setOnline': z.undefined(),
  'groups.list': page(group),
};
