import type { Output } from './output/output.ts';

/** What a command works with besides its own options. */
export interface CommandContext {
  readonly output: Output;
  readonly errors: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborting ends the command early. */
  readonly signal: AbortSignal;
  /** What is typed or piped in. Nothing is read before it is called. */
  stdin(): AsyncIterable<string | Uint8Array>;
  /** The exit code that the program shall have. */
  exit(code: number): void;
}
