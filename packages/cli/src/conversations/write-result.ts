import { InboxError, type WriteOutcome } from '@anyinbox/core';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { printJson } from '../output/json.ts';
import { printError } from './print-error.ts';

export interface Write<T> {
  /** What to say of each outcome. */
  readonly words: Readonly<Record<WriteOutcome, string>>;
  readonly json: boolean;
  run(): Promise<T>;
  /** Of what was done, for people, and for programs. */
  describe(done: T): { readonly line: string; readonly data: object };
}

const codes: Readonly<Record<WriteOutcome, number>> = {
  sent: exitCodes.ok,
  'not-sent': exitCodes.failed,
  unknown: exitCodes.unknown,
};

/** Does something at a vendor and tells whether it happened: it did, it did not, or nobody can say. */
export async function writeResult<T>(
  { words, json, run, describe }: Write<T>,
  { output, errors, signal }: CommandContext,
): Promise<number> {
  try {
    const { line, data } = describe(await run());
    if (json) printJson(output, { outcome: 'sent', ...data });
    else output.line(line);
    return exitCodes.ok;
  } catch (error) {
    if (!InboxError.isInstance(error)) throw error;
    const outcome = outcomeOf(error);
    if (json) printJson(output, { outcome, error });
    else printError(errors, error, words[outcome]);
    return signal.aborted ? exitCodes.interrupted : codes[outcome];
  }
}

/** An error without an outcome came before any request when it is about what was asked. */
function outcomeOf({ outcome, code }: InboxError): WriteOutcome {
  const early = ['invalid-request', 'unknown-connection', 'unsupported', 'invalid-config', 'unknown-tenant'];
  return outcome ?? (early.includes(code) ? 'not-sent' : 'unknown');
}
