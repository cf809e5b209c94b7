import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { main } from '../../src/main.ts';
import { capture } from './capture.ts';

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly signal?: AbortSignal;
}

/** Runs a command in this process, with what it printed. */
export async function runCli(words: readonly string[], options: RunOptions = {}) {
  const { environment = {}, input, signal = new AbortController().signal } = options;
  const [stdout, stderr] = [capture(), capture()];
  const stdin = async function* () {
    if (input !== undefined) yield Buffer.from(input);
  };
  const exitCode = await main(words, { stdout, stderr, environment, signal, stdin });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

/** A file with this in it, gone when the test is over. */
export async function configFile(content: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'anyinbox-cli-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'tenants.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** As it is written in the file. */
export function variable(name: string): string {
  return `\${${name}}`;
}
