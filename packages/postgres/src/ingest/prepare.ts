import type { Delivery, LogEntry, RecordKey, Scope } from '@anyinbox/core';
import { joinKeys, keyOf, optionalKeyOf } from '../keys.ts';
import { whoseKey } from '../whose.ts';
import { toJson } from './to-json.ts';

/** Where a row belongs. */
export interface ScopeKeys {
  readonly tenant_id: string;
  readonly connection_id: string;
}

/** An entry of a delivery, with the event as a row. */
export interface Claim {
  readonly delivery: number;
  readonly scope: ScopeKeys;
  readonly entry: LogEntry;
  readonly row: object;
}

/** Everything that can be done before anybody has to wait for it. By what a row is known; each event once, however often it is in the deliveries. */
export function prepareClaims(deliveries: readonly Delivery[]): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  deliveries.forEach(({ scope, entries }, delivery) => {
    const keys = scopeKeys(scope);
    for (const entry of entries) {
      const eventId = keyOf(entry.event.id);
      const name = joinKeys(keys.tenant_id, keys.connection_id, eventId);
      if (!claims.has(name))
        claims.set(name, { delivery, scope: keys, entry, row: rowOf(claims.size, keys, eventId, entry) });
    }
  });
  return claims;
}

export function scopeKeys({ tenantId, connectionId }: Scope): ScopeKeys {
  return { tenant_id: keyOf(tenantId), connection_id: keyOf(connectionId) };
}

export function recordName({ tenant_id, connection_id }: ScopeKeys, { kind, id }: RecordKey): string {
  return joinKeys(tenant_id, connection_id, kind, keyOf(id));
}

function rowOf(n: number, scope: ScopeKeys, event_id: string, { event, conversationId, contactId }: LogEntry): object {
  return {
    n,
    ...scope,
    event_id,
    received_at: keyOf(event.receivedAt),
    conversation_id: optionalKeyOf(conversationId),
    contact_id: optionalKeyOf(contactId),
    event: toJson(event),
    occurred_at: keyOf(event.occurredAt),
    whose: [
      ...(conversationId === undefined ? [] : [whoseKey('conversation', keyOf(conversationId))]),
      ...(contactId === undefined ? [] : [whoseKey('contact', keyOf(contactId))]),
    ],
  };
}
