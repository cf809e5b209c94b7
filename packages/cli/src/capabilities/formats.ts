import type { AnyProvider } from '@anyinbox/core';
import type { Output } from '../output/output.ts';
import { capabilityPage } from './markdown/page.ts';
import { printAssumptions } from './print-assumptions.ts';
import { printDetails } from './print-details.ts';
import { printMatrix } from './print-matrix.ts';

type Print = (output: Output, providers: readonly AnyProvider[]) => void;

const printers = {
  table(output, providers) {
    printMatrix(output, providers);
    printDetails(output, providers);
    printAssumptions(output, providers);
  },
  markdown: (output, providers) => output.line(capabilityPage(providers)),
  json: (output, providers) => output.line(JSON.stringify({ providers: providers.map(declaration) }, null, 2)),
} as const satisfies Record<string, Print>;

export type CapabilityFormat = keyof typeof printers;

export const capabilityFormats = Object.keys(printers) as readonly CapabilityFormat[];

/** The matrix, the limits and notes, and the assumptions of the providers. */
export function printCapabilities(
  output: Output,
  { providers, format }: { readonly providers: readonly AnyProvider[]; readonly format: CapabilityFormat },
): void {
  printers[format](output, providers);
}

function declaration({ id, name, capabilities, assumptions = [] }: AnyProvider) {
  return { id, name, capabilities, assumptions };
}
