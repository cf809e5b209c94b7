import type { Output } from '../output/output.ts';

export function printHeading(output: Output, title: string): void {
  output.line();
  output.line(output.paint.bold(title));
}
