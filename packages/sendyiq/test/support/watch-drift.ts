import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { DriftEvent } from '@anyinbox/core';

/** What is published on the drift channel while `work` runs, as `entity.field change`. */
export async function driftOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const listen = (message: unknown) => {
    const { entity, field, change } = message as DriftEvent;
    seen.push(`${entity}.${field} ${change}`);
  };
  subscribe('anyinbox:drift', listen);
  try {
    await work();
  } finally {
    unsubscribe('anyinbox:drift', listen);
  }
  return seen;
}
