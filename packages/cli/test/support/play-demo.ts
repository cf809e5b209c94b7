import type { Accounts } from '../../src/demo/accounts.ts';
import { runDemo } from '../../src/demo/run-demo.ts';
import { createOutput } from '../../src/output/output.ts';
import { capture } from './capture.ts';

export interface Played {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
  /** As they were when the demo had ended. */
  readonly accounts: Accounts;
}

/** Runs the whole demo in this process. */
export async function playDemo(
  prepare: (accounts: Accounts) => void = () => {},
  signal = new AbortController().signal,
): Promise<Played> {
  const [stdout, stderr] = [capture(), capture()];
  let accounts: Accounts | undefined;
  const exitCode = await runDemo({
    output: createOutput(stdout, {}),
    errors: createOutput(stderr, {}),
    signal,
    prepare(started) {
      accounts = started;
      prepare(started);
    },
  });
  if (accounts === undefined) throw new Error('The emulators did not start');
  return { exitCode, output: stdout.text(), errors: stderr.text(), accounts };
}
