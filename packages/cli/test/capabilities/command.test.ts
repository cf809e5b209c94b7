import { operations } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../../src/capabilities/code.ts';
import { knownProviders } from '../../src/config/known-providers.ts';
import { main } from '../../src/main.ts';
import { capture } from '../support/capture.ts';
import { displayWidth } from '../support/display-width.ts';

const ids = knownProviders.map(({ id }) => id);

describe('as a table', async () => {
  const { exitCode, stdout, stderr } = await capabilities();
  const lines = stdout.split('\n');

  test('it works and fits into 80 columns', () => {
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });

  test('every operation of every provider has its code', () => {
    expect(lines[0]?.trim().split(/ +/)).toEqual(ids);
    const matrix = lines.slice(1, lines.indexOf('')).filter((line) => line.startsWith(' '));
    const rows = matrix.map((line) => line.trim().split(/ {2,}/));
    expect(rows).toEqual(
      operations.map((operation) => [
        operation.slice(operation.indexOf('.') + 1),
        ...knownProviders.map(({ capabilities }) => codeOf(capabilities[operation])),
      ]),
    );
  });

  test('every note and every assumption is there whole', () => {
    const words = (text: string) => text.replaceAll(/\s+/g, '');
    const said = knownProviders.flatMap(({ capabilities, assumptions = [] }) => [
      ...Object.values(capabilities).flatMap(({ note }) => note ?? []),
      ...assumptions.map(({ assumed }) => assumed),
    ]);
    // The second column of a table, with what stands in the first one taken out.
    const text = words(lines.map((line) => line.replace(/^[a-zA-Z.,]+ {2,}/, '').trim()).join(' '));
    const missing = said.filter((one) => !text.includes(words(one)));
    expect(missing).toEqual([]);
  });
});

test('only the providers that are asked for, each once, in the order of the question', async () => {
  const { stdout } = await capabilities('--provider', 'smartsender', 'sendyiq-chat', '-p', 'smartsender');
  expect(stdout.split('\n')[0]?.trim().split(/ +/)).toEqual(['smartsender', 'sendyiq-chat']);
  expect(stdout).not.toContain('Blinger');
});

test('as JSON: the declarations as they are', async () => {
  const { exitCode, stdout } = await capabilities('--format', 'json');
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    providers: knownProviders.map(({ id, name, capabilities, assumptions = [] }) => ({
      id,
      name,
      capabilities,
      assumptions,
    })),
  });
});

test('as Markdown: the page of the documents', async () => {
  const { stdout } = await capabilities('-f', 'markdown', '-p', 'smartsender');
  expect(stdout).toMatch(/^# What each provider can do\n/);
  expect(stdout).toMatch(/\| operation +\| \[smartsender\]\(#limits-smartsender\) +\|\n/);
});

describe('what is wrong is told, with what there is instead', () => {
  test.for<[string[], string]>([
    [['--provider', 'acme'], `'acme' is invalid. Allowed choices are ${ids.join(', ')}.`],
    [['--provider', 'smartsender', 'acme'], "'acme' is invalid."],
    [['--provider', 'constructor'], "'constructor' is invalid."],
    [['--provider'], 'argument missing'],
    [['--format', 'xml'], "'xml' is invalid. Allowed choices are table, markdown, json."],
    [['smartsender'], 'too many arguments'],
  ])('%j', async ([words, message]) => {
    const { exitCode, stdout, stderr } = await capabilities(...words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(message);
  });
});

async function capabilities(...words: readonly string[]) {
  const [stdout, stderr] = [capture(), capture()];
  const exitCode = await main(['capabilities', ...words], {
    stdout,
    stderr,
    environment: {},
    signal: new AbortController().signal,
  });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}
