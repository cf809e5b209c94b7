import { channel } from 'node:diagnostics_channel';
import type { Drift, ReportDrift } from '../provider/index.ts';

/** What a message on `anyinbox:drift` says. */
export interface DriftEvent extends Drift {
  readonly provider: string;
  readonly connectionId: string;
}

const bound = 1000;

/** Publishes each difference once per connection; a vendor that invents a field per answer cannot fill the memory. */
export function createDriftReporter(provider: string, connectionId: string): ReportDrift {
  const target = channel('anyinbox:drift');
  const reported = new Set<string>();
  return (drift) => {
    const key = [drift.entity, drift.field, drift.change].join('\n');
    if (!target.hasSubscribers || reported.has(key) || reported.size >= bound) return;
    reported.add(key);
    target.publish({ provider, connectionId, ...drift } satisfies DriftEvent);
  };
}
