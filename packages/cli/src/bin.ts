#!/usr/bin/env node
import { addAbortSignal } from 'node:stream';
import { main } from './main.ts';

const interruption = new AbortController();
// Once: a second Ctrl-C ends the process at once.
process.once('SIGINT', () => interruption.abort());
// The reader is gone, as after `| head`.
process.stdout.on('error', () => interruption.abort());

process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: () => addAbortSignal(interruption.signal, process.stdin),
  environment: process.env,
  signal: interruption.signal,
});
