import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestRunner, testProvider } from '@anyinbox/conformance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from './third-party/node-test/compile.ts';
import { runNode } from './third-party/node-test/run-node.ts';
import { pigeonDeskTarget } from './third-party/target.ts';

// What a third party writes with the public API alone passes, whichever runner it brings.
testProvider({ describe, it, skip: it.skip }, pigeonDeskTarget);

describe('under node:test', () => {
  const timeout = 60_000;
  let folder = '';
  beforeAll(async () => {
    folder = await compile(['conforms', 'broken']);
  }, timeout);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const nodeTest = (entry: string) =>
    runNode(
      ['--test', '--test-reporter=tap', join(folder, `conformance/test/third-party/node-test/${entry}.js`)],
      folder,
    );

  it('the same tests are green', { timeout }, async () => {
    const { status, output } = await nodeTest('conforms');
    expect(output).toMatch(new RegExp(`^# pass ${countTests()}$`, 'm'));
    expect(output).toMatch(/^# fail 0$/m);
    expect(status).toBe(0);
  });

  it('a broken provider fails the run, by the tests that name what is broken', { timeout }, async () => {
    const { status, output } = await nodeTest('broken');
    const failed = [...output.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(([, name]) => name);
    expect(failed).toEqual([
      'messages.delete is as declared',
      'operations',
      'is what messages.delete asks the vendor about',
      'the thing that was meant',
      'messages.delete is repeated after a passing failure',
      'repetition',
      'that could reach another path never leave messages.delete (message)',
      'ids',
      'the provider pigeon-desk conforms',
    ]);
    expect(status).toBe(1);
  });
});

function countTests(): number {
  let count = 0;
  const counter: TestRunner = { describe: (_name, body) => body(), it: () => count++, skip: () => {} };
  testProvider(counter, pigeonDeskTarget);
  return count;
}
