import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

// Vitest reads this file because every script passes --config: the name is the owner's, the content an ordinary configuration.
const root = fileURLToPath(new URL('.', import.meta.url));
const packages = readdirSync(`${root}packages`).filter((name) => existsSync(`${root}packages/${name}/test`));

/** Ends the run with the one line that a person and CI look for. */
const totals: Reporter = {
  onTestRunEnd(modules, errors, reason) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length;
    const failed = count('failed') + broken + errors.length;
    const skipped = count('skipped');
    process.once('exit', () => {
      const failures = failed === 0 && (reason === 'failed' || process.exitCode) ? 1 : failed;
      process.stdout.write(`\n${count('passed')} passed, ${failures} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
    });
  },
};

export default defineConfig({
  resolve: { conditions: ['@anyinbox/source'] },
  ssr: { resolve: { conditions: ['@anyinbox/source'] } },
  test: {
    reporters: ['default', totals],
    // Most slow tests wait for something, and some for processes of their own: no core is left to itself.
    maxWorkers: '100%',
    setupFiles: [`${root}packages/core/test/support/fail-on-console.ts`],
    coverage: {
      provider: 'v8',
      include: ['packages/{core,smartsender,sendyiq,brevo,blinger}/src/**/*.ts'],
      exclude: ['**/index.ts'],
      reporter: [['text', { skipFull: true }], 'json-summary'],
      reportsDirectory: `${root}coverage`,
      thresholds: { statements: 95, branches: 95 },
    },
    projects: packages.map((name) => ({
      extends: true as const,
      test: {
        name,
        root: `${root}packages/${name}`,
        include: ['test/**/*.test.ts'],
        testTimeout: 15_000,
      },
    })),
  },
});
