import { exitCodes } from '../exit-codes.ts';
import type { Output } from '../output/output.ts';
import { type Accounts, closeAccounts, startAccounts } from './accounts.ts';
import { failureLines } from './failure-lines.ts';
import { play } from './play.ts';
import { printSummary } from './print-summary.ts';
import { step } from './step.ts';

export interface DemoOptions {
  readonly output: Output;
  /** Where a failure is told. */
  readonly errors: Output;
  /** Ends the demo early: calls in flight are aborted, the emulators closed. */
  readonly signal: AbortSignal;
  /** Called when the emulators run and before anything else happens: for tests that let a vendor fail. */
  readonly prepare?: ((accounts: Accounts) => void) | undefined;
}

/** Resolves with the exit code. */
export async function runDemo({ output, errors, signal, prepare }: DemoOptions): Promise<number> {
  const started = performance.now();
  let accounts: Accounts | undefined;
  try {
    accounts = await step('start the emulators', startAccounts);
    prepare?.(accounts);
    await play({ output, accounts, signal });
    printSummary(output, accounts, performance.now() - started);
    output.line(output.paint.green('✓ The same function ran in six inboxes; all that it did was seen to be done.'));
    return exitCodes.ok;
  } catch (error) {
    if (signal.aborted) {
      errors.line('Interrupted.');
      return exitCodes.interrupted;
    }
    for (const line of failureLines(error, errors.paint)) errors.line(line);
    return exitCodes.failed;
  } finally {
    if (accounts !== undefined) await closeAccounts(accounts);
  }
}
