import type { Output } from '../output/output.ts';
import { plain } from '../output/plain.ts';
import { printColumns } from '../output/table.ts';
import { type Diagnosis, isGood } from './diagnosis.ts';

/** One line for each connection, then what each provider lacks, then the sum. */
export function printDiagnoses(output: Output, diagnoses: readonly Diagnosis[]): void {
  for (const diagnosis of diagnoses) output.line(`${mark(output, diagnosis)}${place(diagnosis)}  ${said(diagnosis)}`);
  printGaps(output, diagnoses);
  output.line();
  const bad = diagnoses.filter((diagnosis) => !isGood(diagnosis)).length;
  const sum = bad === 0 ? 'Nothing wrong.' : `${bad} of ${diagnoses.length} to act on.`;
  output.line(bad === 0 ? output.paint.green(sum) : output.paint.red(sum));
}

function mark({ paint }: Output, { state }: Diagnosis): string {
  if (state === 'ok') return paint.green('✓ ');
  return state === 'unchecked' || state === 'skipped' ? paint.yellow('– ') : paint.red('✗ ');
}

function place({ tenant, connection, index }: Diagnosis): string {
  if (index === undefined) return plain(tenant);
  return plain(`${tenant}/${connection ?? `connections.${index}`}`);
}

function said({ message }: Diagnosis): string {
  return plain(message);
}

function printGaps(output: Output, diagnoses: readonly Diagnosis[]): void {
  const gaps = new Map(
    diagnoses.flatMap(({ provider, missing = [] }) =>
      provider === undefined || missing.length === 0 ? [] : [[provider, missing] as const],
    ),
  );
  if (gaps.size === 0) return;
  output.line();
  output.line('Missing operations; `anyinbox capabilities` says why:');
  const rows = [...gaps].map(([provider, missing]) => [provider, missing.join(', ')]);
  printColumns(output, [{ width: Math.max(...[...gaps.keys()].map(({ length }) => length)) }, { wrap: true }], rows);
}
