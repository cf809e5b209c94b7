import {
  type Call,
  contentKey,
  type WebhookReading,
  type WebhookSample,
  type WebhookSampleOptions,
  type WebhookSpec,
} from '@anyinbox/core/provider';
import * as z from 'zod';
import { assumedRedeliverStatus, pingFields } from './assumptions.ts';
import type { SmartsenderConfig } from './config.ts';
import { get } from './get.ts';
import { wireId } from './ids.ts';

/**
 * There are no webhooks of the project (vendors/smartsender.md §Webhooks). What there is: a block that the owner puts into a funnel by hand, with a body of
 * the owner's making. Whatever it says is a reason to look, and never an event.
 */
export const webhooks: WebhookSpec<SmartsenderConfig> = { redeliverStatus: assumedRedeliverStatus, read, samples };

function read(body: unknown): WebhookReading {
  const contactId = contactIn(body);
  if (contactId !== undefined) return { events: [], hints: [{ contactId }] };
  // Made by a person, it may hold anything: kept, so that its maker can see what came.
  return { events: [{ type: 'vendor.other', key: contentKey(body), raw: body }], hints: [{ conversations: 'newest' }] };
}

function contactIn(body: unknown): string | undefined {
  const fields = z.record(z.string(), z.unknown()).safeParse(body).data ?? {};
  const ids = pingFields.map((name) => (Object.hasOwn(fields, name) ? wireId.safeParse(fields[name]).data : undefined));
  return ids.find((id) => id !== undefined);
}

/** The block that community integrations show (vendors/smartsender.md §Webhooks). */
function samples({ conversationId }: WebhookSampleOptions): readonly WebhookSample[] {
  return [{ name: 'ping', body: { [pingFields[0]]: conversationId } }];
}

/** The chat of the contact that a block names. Rejects with `not-found` where there is none. */
export async function conversationOf(contactId: string, call: Call): Promise<string> {
  const response = z.object({ id: wireId });
  return (await get(call, { path: '/v1/contacts/{contactId}/chat', params: { contactId }, response })).id;
}
