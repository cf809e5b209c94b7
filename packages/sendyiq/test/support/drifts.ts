import type { Drift, ReportDrift } from '@anyinbox/core/provider';

/** Collects what a mapper reports, in short: `contact.name unrecognised`. */
export function collectDrift(): { readonly report: ReportDrift; readonly drifts: Drift[]; lines(): string[] } {
  const drifts: Drift[] = [];
  return {
    drifts,
    report: (drift) => drifts.push(drift),
    lines: () =>
      drifts.map(({ entity, field, change, actual }) => [entity, field, change, actual].filter(Boolean).join(' ')),
  };
}

export const ignoreDrift: ReportDrift = () => {};
