import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { PostgresStoreOptions } from '@anyinbox/postgres';

const child = fileURLToPath(new URL('./ingest-child.mjs', import.meta.url));
const built = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

/** Starts the process, kills it so many milliseconds after its first acknowledgement, and tells which numbers it had acknowledged. */
export async function killWhileIngesting(
  options: PostgresStoreOptions,
  first: number,
  afterMs: number,
): Promise<number[]> {
  if (!existsSync(built)) throw new Error('packages/postgres/dist is missing: run `pnpm build` before these tests');
  const running = spawn(process.execPath, [child, JSON.stringify(options), String(first)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stderr = text(running.stderr);
  let printed = '';
  running.stdout.setEncoding('utf8').on('data', (part: string) => {
    if (printed === '') setTimeout(() => running.kill('SIGKILL'), afterMs);
    printed += part;
  });
  const [, signal] = (await once(running, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`The process ended by itself: ${await stderr}`);
  return printed.split('\n').filter(Boolean).map(Number);
}
