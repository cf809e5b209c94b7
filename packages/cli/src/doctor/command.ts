import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { ConfigurationError } from '../config/problem.ts';
import { type Configuration, readConfiguration } from '../config/read-configuration.ts';
import { exitCodes } from '../exit-codes.ts';
import { printJson } from '../output/json.ts';
import { problemLines } from '../output/problem-lines.ts';
import { diagnose } from './diagnose.ts';
import { isGood } from './diagnosis.ts';
import { printDiagnoses } from './print-diagnoses.ts';

interface Options {
  readonly config: string;
  readonly tenant?: string;
  readonly json?: true;
}

export function addDoctorCommand(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description('check a configuration and reach each vendor in it, with one read')
    .requiredOption('-c, --config <file>', 'the file of the tenants')
    .option('-t, --tenant <id>', 'only this tenant')
    .option('--json', 'print it for programs')
    .action(async (options: Options) => context.exit(await runDoctor(options, context)));
}

async function runDoctor(options: Options, { output, errors, environment, signal }: CommandContext): Promise<number> {
  try {
    const configuration = await readConfiguration(options.config, environment);
    const diagnoses = await diagnose(configuration, chosen(configuration, options.tenant), signal);
    const ok = diagnoses.every(isGood);
    if (options.json) printJson(output, { ok, connections: diagnoses, problems: [] });
    else printDiagnoses(output, diagnoses);
    return ok ? exitCodes.ok : exitCodes.failed;
  } catch (error) {
    if (signal.aborted) {
      errors.line('Interrupted.');
      return exitCodes.interrupted;
    }
    if (!(error instanceof ConfigurationError)) throw error;
    if (options.json) printJson(output, { ok: false, connections: [], problems: error.problems });
    else for (const line of problemLines(error.problems)) errors.line(errors.paint.red(line));
    return exitCodes.failed;
  }
}

function chosen(configuration: Configuration, tenant: string | undefined): string[] {
  const tenants = [...configuration.keys()];
  if (tenant === undefined || configuration.has(tenant)) return tenant === undefined ? tenants : [tenant];
  const message = `There is no tenant of this name in the file. It has ${tenants.join(', ')}.`;
  throw new ConfigurationError([{ path: '', message }]);
}
