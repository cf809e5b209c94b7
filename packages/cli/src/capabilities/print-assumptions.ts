import type { AnyProvider, Assumption } from '@anyinbox/core';
import { count } from '../output/count.ts';
import type { Output } from '../output/output.ts';
import { printColumns, type Row } from '../output/table.ts';
import { namesOf } from './alike.ts';
import { whoAssumes } from './assumptions.ts';
import { printHeading } from './print-heading.ts';

/** What each provider takes for granted, the fact that it stands on, and how an app corrects it. */
export function printAssumptions(output: Output, providers: readonly AnyProvider[]): void {
  const { assuming, others } = whoAssumes(providers);
  for (const { names, providers: group } of assuming) {
    const { assumptions = [] } = group[0];
    printHeading(output, `${names}: ${count(assumptions.length, 'assumption')}`);
    printColumns(output, [{ width: 1 }, { wrap: true }], assumptions.flatMap(rowsOf));
  }
  if (others.length === 0) return;
  printHeading(output, 'No assumptions');
  printColumns(output, [{ wrap: true }], [[`Declared by ${namesOf(others)}.`]]);
}

function rowsOf({ assumed, basis, source, override }: Assumption): Row[] {
  const correction = override === undefined ? '' : ` Correct it with: ${override}.`;
  return [
    ['·', assumed],
    ['', `${basis === 'observed' ? 'Observed' : 'Inferred'}: ${source}.${correction}`],
  ];
}
