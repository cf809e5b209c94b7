import { type Command, Option } from 'commander';
import { findProvider, knownProviders } from '../config/known-providers.ts';
import type { Output } from '../output/output.ts';
import { type CapabilityFormat, capabilityFormats, printCapabilities } from './formats.ts';

interface Options {
  readonly provider?: readonly string[];
  readonly format: CapabilityFormat;
}

export function addCapabilitiesCommand(program: Command, output: Output): void {
  program
    .command('capabilities')
    .description('what each provider can do, how sure that is, and what it takes for granted')
    .addOption(new Option('-p, --provider <id...>', 'only these providers').choices(knownProviders.map(({ id }) => id)))
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(capabilityFormats).default('table'))
    .action(({ provider: ids, format }: Options) => {
      const asked = [...new Set(ids)].flatMap((id) => findProvider(id) ?? []);
      printCapabilities(output, { providers: ids === undefined ? knownProviders : asked, format });
    });
}
