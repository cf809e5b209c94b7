import type { Output } from './output.ts';

/** For programs. */
export function printJson(output: Output, value: unknown): void {
  output.line(JSON.stringify(value, null, 2));
}
