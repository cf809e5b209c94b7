import * as z from 'zod';
import { readInput } from '../provider/index.ts';

const text = z.string().min(1, 'must not be empty');
const url = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'must be an http(s) URL');
const providerOptions = z.record(z.string(), z.record(z.string(), z.unknown())).optional();

const callOptions = z.strictObject({ signal: z.instanceof(AbortSignal).optional() });
const readOptions = callOptions.extend({ include: z.array(z.literal('raw')).readonly().optional() });
const listOptions = readOptions.extend({
  limit: z.int().min(1).max(10_000).optional(),
  cursor: z.string().max(1_000_000).optional(),
});

const agentTarget = z.strictObject({ agentId: text });
const groupTarget = z.strictObject({ groupId: text });
const assigneeTarget = z.union([agentTarget, groupTarget], { error: 'must be { agentId } or { groupId }' });
const sendAs = z.union([agentTarget, z.strictObject({ name: text, email: text })], {
  error: 'must be { agentId } or { name, email }',
});

const fileKinds = ['image', 'video', 'audio', 'voice', 'file', 'sticker'] as const;
const attachment = z.union(
  [
    z.strictObject({ kind: z.enum(fileKinds).optional(), url, name: text.optional() }),
    z.strictObject({
      kind: z.literal('location'),
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      name: text.optional(),
    }),
    z.strictObject({ kind: z.literal('contact'), fullName: text, phone: text }),
  ],
  { error: 'must be a file with an http(s) url, a location or a contact' },
);

/** What apps may pass, strictly: an unknown field is a mistake that would otherwise be ignored. */
export const inputs = {
  strict: z.boolean().optional(),
  callOptions,
  readOptions,
  listOptions,
  conversationQuery: listOptions.extend({
    status: z.enum(['open', 'pending', 'snoozed', 'closed']).optional(),
    channelId: text.optional(),
    assignee: assigneeTarget.nullable().optional(),
    unread: z.boolean().optional(),
    search: text.optional(),
  }),
  assigneeTarget,
  assignOptions: callOptions.extend({ note: text.optional() }),
  reopenOptions: callOptions.extend({ agentId: text.optional() }),
  sendAs,
  draft: z
    .strictObject({
      text: text.optional(),
      attachments: z.array(attachment).readonly().optional(),
      automated: z.boolean().optional(),
      providerOptions,
    })
    .refine(
      (draft) => draft.text !== undefined || (draft.attachments?.length ?? 0) > 0,
      'needs a text or an attachment',
    ),
  sendOptions: callOptions.extend({ key: text.optional(), as: sendAs.optional() }),
  text: z.strictObject({ text }),
  websiteDraft: z.strictObject({ name: text, aiAgentEnabled: z.boolean().optional(), providerOptions }),
  channelPatch: z
    .strictObject({ name: text.optional(), active: z.boolean().optional(), providerOptions })
    .refine((patch) => Object.values(patch).some((value) => value !== undefined), 'changes nothing'),
  enabled: z.strictObject({ enabled: z.boolean() }),
} as const;

/** Throws `invalid-request`, naming the field that is wrong and never its value. */
export function check<S extends z.ZodType>(schema: S, argument: string, value: unknown): z.output<S> {
  return readInput(schema, value, argument);
}
