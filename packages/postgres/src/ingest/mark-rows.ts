import type { Delivery } from '@anyinbox/core';
import { joinKeys, keyOf } from '../keys.ts';
import { scopeKeys } from './prepare.ts';

/** What is to be set (as JSON) or removed (null); of several settings of one mark, the last. */
export function markRows(deliveries: readonly Delivery[]): readonly object[] {
  const rows = new Map<string, object>();
  for (const { scope, marks = {} } of deliveries) {
    const keys = scopeKeys(scope);
    for (const [mark, value] of Object.entries(marks)) {
      const name = keyOf(mark);
      const row = { ...keys, name, value: value === undefined ? null : JSON.stringify(value) };
      rows.set(joinKeys(keys.tenant_id, keys.connection_id, name), row);
    }
  }
  return [...rows.values()];
}
