import type { Tenants } from '@anyinbox/core';
import { providerName } from '../config/known-providers.ts';
import { StepError, step } from './step.ts';
import type { View } from './view.ts';
import { workInbox } from './work-inbox.ts';

interface Tenant {
  readonly tenants: Tenants;
  readonly tenantId: string;
}

/** Does the day's work in the inbox that a tenant is configured for. */
export async function workTenant(
  { tenants, tenantId }: Tenant,
  { view, signal }: { view: View; signal: AbortSignal },
): Promise<void> {
  const inbox = await step(`open the inbox of ${tenantId}`, () => tenants.inbox(tenantId));
  const vendors = inbox.connections.map(({ provider }) => providerName(provider));
  const place = `${tenantId} on ${vendors.join(' and ')}`;
  view.heading(place);
  try {
    await workInbox({ inbox, view, signal });
  } catch (error) {
    throw error instanceof StepError ? new StepError(error.step, error.cause, place) : error;
  }
}
