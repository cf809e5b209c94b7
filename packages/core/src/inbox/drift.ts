import { channel } from 'node:diagnostics_channel';
import type { Drift, ReportDrift } from '../provider/index.ts';

/** What a message on `anyinbox:drift` says. */
export interface DriftEvent extends Drift {
  readonly provider: string;
  readonly connectionId: string;
}

const bound = 1000;
/** A key comes from the vendor and may be a customer's attribute: only what looks like the name of a field is shown. */
const fieldName = /^[A-Za-z_][\w.]{0,79}$/;

/** Publishes each difference once per connection; a vendor that invents a field per answer cannot fill the memory. */
export function createDriftReporter(provider: string, connectionId: string): ReportDrift {
  const target = channel('anyinbox:drift');
  const reported = new Set<string>();
  const report: ReportDrift = ({ field: name, ...drift }) => {
    const field = fieldName.test(name) ? name : '?';
    const key = [drift.entity, field, drift.change].join('\n');
    if (!target.hasSubscribers || reported.has(key) || reported.size >= bound) return;
    reported.add(key);
    target.publish({ provider, connectionId, ...drift, field } satisfies DriftEvent);
  };
  return Object.assign(report, { isWatched: () => target.hasSubscribers });
}
