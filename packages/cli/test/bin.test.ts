import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

// The program as a user runs it: built, in a process of its own.
const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url));
const manifest: { version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

beforeAll(() => {
  if (!existsSync(bin)) throw new Error('packages/cli/dist/bin.js is missing: run `pnpm build` before these tests');
});

test('the file says what runs it', () => {
  expect(readFileSync(bin, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test('--help tells the commands', async () => {
  const { exitCode, stdout, stderr } = await anyinbox('--help');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(/^Usage: anyinbox /);
  expect(stdout).toContain('demo ');
  expect(stdout).toContain('capabilities ');
});

test('--version is that of the package', async () => {
  expect(await anyinbox('--version')).toEqual({ exitCode: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

test('an unknown command fails and says where to look', async () => {
  const { exitCode, stdout, stderr } = await anyinbox('dmo');
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain("unknown command 'dmo'");
  expect(stderr).toContain('Did you mean demo?');
  expect(stderr).toContain('anyinbox --help');
});

test('without a command it shows the help and fails', async () => {
  const { exitCode, stderr } = await anyinbox();
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^Usage: anyinbox /);
});

test('capabilities can be read by a program', async () => {
  const { exitCode, stdout, stderr } = await anyinbox('capabilities', '--format', 'json', '--provider', 'brevo');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ providers: [{ id: 'brevo' }] });
});

test('the demo works', async () => {
  const { exitCode, stdout, stderr } = await anyinbox('demo');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('✓ The same function ran in six inboxes');
});

// Where the machine is so busy that the demo ends before the signal is sent, it is tried again.
test('Ctrl-C ends the demo', { retry: 3 }, async () => {
  const running = start('demo');
  // Its first words come before any request.
  running.child.stdout?.once('data', () => running.child.kill('SIGINT'));
  const { exitCode, stdout, stderr } = await running.ended;
  expect({ exitCode, stderr }).toEqual({ exitCode: 130, stderr: 'Interrupted.\n' });
  expect(stdout).not.toContain('ran in six inboxes');
});

interface Ended {
  readonly exitCode: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

function anyinbox(...words: readonly string[]): Promise<Ended> {
  return start(...words).ended;
}

function start(...words: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [bin, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr, [exitCode]]: [string, string, unknown[]]) => ({ exitCode, stdout, stderr }),
  );
  return { child, ended };
}
