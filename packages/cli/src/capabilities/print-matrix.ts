import { type AnyProvider, type Capability, type Operation, operations } from '@anyinbox/core';
import type { Output } from '../output/output.ts';
import type { Paint } from '../output/paint.ts';
import { type Cell, printColumns } from '../output/table.ts';
import { codeOf, legend } from './code.ts';

/** Operations by providers, under the headings of their groups, so that five providers fit into 80 columns. */
export function printMatrix(output: Output, providers: readonly AnyProvider[]): void {
  const { paint } = output;
  const columns = [indent, { width: 14 }, ...providers.map(({ id }) => ({ width: Math.max(id.length, 4) }))];
  printColumns(output, columns, [['', '', ...providers.map(({ id }) => ({ text: id, paint: paint.bold }))]]);
  for (const group of new Set(operations.map(groupOf))) {
    output.line(paint.bold(group));
    const rows = operations
      .filter((operation) => groupOf(operation) === group)
      .map((operation) => [
        '',
        operation.slice(group.length + 1),
        ...providers.map(({ capabilities }) => cell(capabilities[operation], paint)),
      ]);
    printColumns(output, columns, rows);
  }
  output.line();
  for (const line of legend) output.line(line);
}

/** As wide as its padding. */
const indent = { width: 0 };

function groupOf(operation: Operation): string {
  return operation.slice(0, operation.indexOf('.'));
}

function cell(capability: Capability, paint: Paint): Cell {
  const painters = { full: paint.green, partial: paint.yellow, none: paint.dim };
  return { text: codeOf(capability), paint: painters[capability.level] };
}
