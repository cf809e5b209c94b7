import { Command, CommanderError } from 'commander';
import { addCapabilitiesCommand } from './capabilities/command.ts';
import type { CommandContext } from './command-context.ts';
import { addConversationsCommand } from './conversations/command.ts';
import { runDemo } from './demo/run-demo.ts';
import { addDoctorCommand } from './doctor/command.ts';
import { exitCodes } from './exit-codes.ts';
import { createOutput } from './output/output.ts';
import type { TextStream } from './output/text-stream.ts';
import { readVersion } from './version.ts';

export interface MainOptions {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborting ends the command early, with exit code 130. */
  readonly signal: AbortSignal;
  /** Called when a command reads what is typed or piped in. Default: there is nothing. */
  readonly stdin?: (() => AsyncIterable<string | Uint8Array>) | undefined;
}

/** Runs the command line and resolves with its exit code. Prints on the given streams only. */
export async function main(
  words: readonly string[],
  { stdout, stderr, environment, signal, stdin = nothing }: MainOptions,
): Promise<number> {
  const output = createOutput(stdout, environment);
  const errors = createOutput(stderr, environment);
  let exitCode: number = exitCodes.ok;

  const program = new Command('anyinbox')
    .description('One typed interface to the conversation inboxes of many vendors.')
    .version(readVersion())
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .showHelpAfterError('Run "anyinbox --help" to see what there is.');
  program
    .command('demo')
    .description('see one function answer customers at five providers, all emulated on this machine')
    .action(async () => {
      exitCode = await runDemo({ output, errors, signal });
    });

  addCapabilitiesCommand(program, output);
  const exit = (code: number) => {
    exitCode = code;
  };
  const context: CommandContext = { output, errors, environment, signal, stdin, exit };
  addDoctorCommand(program, context);
  addConversationsCommand(program, context);

  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    // It has printed what is wrong, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode;
    throw error;
  }
}

async function* nothing(): AsyncGenerator<never> {}
