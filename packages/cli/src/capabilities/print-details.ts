import type { AnyProvider } from '@anyinbox/core';
import type { Output } from '../output/output.ts';
import { printColumns } from '../output/table.ts';
import { alike } from './alike.ts';
import { detailsOf } from './details.ts';
import { printHeading } from './print-heading.ts';

/** The limits and notes of each provider, by operation. */
export function printDetails(output: Output, providers: readonly AnyProvider[]): void {
  for (const { names, providers: group } of alike(providers, ({ capabilities }) => capabilities)) {
    printHeading(output, `${names}: limits and notes`);
    const rows = detailsOf(group[0].capabilities).map(({ operations, text }) => [operations.join(', '), text]);
    if (rows.length === 0) output.line('none');
    else printColumns(output, [{ width: 26, wrap: true }, { wrap: true }], rows);
  }
}
