import { type AnyProvider, type Capability, operations } from '@anyinbox/core';
import type { Output } from '../output/output.ts';
import type { Paint } from '../output/paint.ts';
import { type Cell, printTable } from '../output/table.ts';

/** What each provider declares, operation by operation: the declarations that its inbox is held to. */
export function printCapabilityMatrix(output: Output, providers: readonly AnyProvider[]): void {
  const columns = [{ head: 'Operation' }, ...providers.map(({ id }) => ({ head: id, width: Math.max(id.length, 9) }))];
  const rows = operations.map((operation) => [
    operation,
    ...providers.map(({ capabilities }) => capabilityCell(capabilities[operation], output.paint)),
  ]);
  printTable(output, columns, rows);
  output.line('partly: with limits · not yet: not built yet · –: the vendor has none');
  output.line('* the vendor does not document it: seen in other clients, or inferred');
}

function capabilityCell(capability: Capability, paint: Paint): Cell {
  if (capability.level === 'none') return { text: capability.because === 'vendor' ? '–' : 'not yet', paint: paint.dim };
  const star = capability.basis === 'documented' ? '' : ' *';
  return capability.level === 'full'
    ? { text: `yes${star}`, paint: paint.green }
    : { text: `partly${star}`, paint: paint.yellow };
}
