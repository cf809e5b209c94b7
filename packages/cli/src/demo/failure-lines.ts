import { errorLines } from '../output/error-lines.ts';
import type { Paint } from '../output/paint.ts';
import { StepError } from './step.ts';

/** Which step failed, where, and why. */
export function failureLines(error: unknown, paint: Paint): string[] {
  if (!(error instanceof StepError)) return ['', paint.red('✗ The demo failed'), ...indented(errorLines(error))];
  const place = error.place === undefined ? '' : ` (${error.place})`;
  return ['', paint.red(`✗ The demo failed at the step "${error.step}"${place}`), ...indented(errorLines(error.cause))];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
