import { formatId } from '@anyinbox/core';
import { providerName } from '../config/known-providers.ts';
import { connectionOf, openInbox } from '../config/open-inbox.ts';
import type { Configuration } from '../config/schema.ts';
import { StepError, step } from './step.ts';
import type { View } from './view.ts';
import { workInbox } from './work-inbox.ts';

interface Tenant {
  readonly configuration: Configuration;
  readonly tenantId: string;
  /** The vendor's id of a conversation that the tenant's app knows. */
  readonly knownNativeId?: string | undefined;
}

/** Opens the inbox that a tenant is configured for and does the day's work in it. */
export async function workTenant(
  { configuration, tenantId, knownNativeId }: Tenant,
  { view, signal }: { view: View; signal: AbortSignal },
): Promise<void> {
  const inbox = await step(`open the inbox of ${tenantId}`, () => openInbox(configuration, tenantId));
  const place = `${tenantId} on ${providerName(connectionOf(configuration, tenantId).provider)}`;
  const known = knownNativeId === undefined ? undefined : { id: formatId(inbox.connectionId, knownNativeId) };
  view.heading(place);
  try {
    await workInbox({ inbox, view, signal, known });
  } catch (error) {
    throw error instanceof StepError ? new StepError(error.step, error.cause, place) : error;
  } finally {
    await inbox.close();
  }
}
