import type { Capability, Conversation, Inbox, Operation } from '@anyinbox/core';
import type { View } from './view.ts';

/** As much of a conversation as its id, or all of it. */
export type Known = Pick<Conversation, 'id'> & Partial<Conversation>;

/** What the steps of the demo work with. */
export interface Desk {
  readonly inbox: Inbox;
  readonly view: View;
  readonly signal: AbortSignal;
}

/** Whether the inbox can do it, to this conversation if one is given; if it cannot, says what is left out and why. */
export function can({ inbox, view }: Desk, operation: Operation, conversation?: Known): boolean {
  const capability: Capability & { readonly connections?: readonly string[] } = inbox.capabilities[operation];
  if (!inbox.supports(operation)) {
    view.skipped(operation, capability);
    return false;
  }
  // Of an inbox of several connections, each operation says which ones carry it.
  const { connectionId } = conversation ?? {};
  if (connectionId === undefined || capability.connections?.includes(connectionId) !== false) return true;
  view.skipped(operation, { level: 'none', because: 'vendor', note: `Of this tenant: ${capability.connections}.` });
  return false;
}
