import { providerName } from '../config/known-providers.ts';
import { connectionOf, openInbox } from '../config/open-inbox.ts';
import type { Configuration } from '../config/schema.ts';
import { StepError, step } from './step.ts';
import type { View } from './view.ts';
import { workInbox } from './work-inbox.ts';

/** Opens the inbox that a tenant is configured for and does the day's work in it. */
export async function workTenant(
  { configuration, tenantId }: { configuration: Configuration; tenantId: string },
  { view, signal }: { view: View; signal: AbortSignal },
): Promise<void> {
  const inbox = await step(`open the inbox of ${tenantId}`, () => openInbox(configuration, tenantId));
  const place = `${tenantId} on ${providerName(connectionOf(configuration, tenantId).provider)}`;
  view.heading(place);
  try {
    await workInbox({ inbox, view, signal });
  } catch (error) {
    throw error instanceof StepError ? new StepError(error.step, error.cause, place) : error;
  } finally {
    await inbox.close();
  }
}
