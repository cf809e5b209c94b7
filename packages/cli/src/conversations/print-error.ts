import type { InboxError } from '@anyinbox/core';
import { errorLines } from '../output/error-lines.ts';
import type { Output } from '../output/output.ts';

/** What failed, then its facts, indented. */
export function printError(errors: Output, error: InboxError, headline?: string): void {
  const [message = '', ...facts] = errorLines(error);
  errors.line(errors.paint.red(`✗ ${headline === undefined ? message : `${headline}: ${message}`}`));
  for (const fact of facts) errors.line(`  ${fact}`);
}
