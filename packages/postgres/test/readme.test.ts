import { readFile } from 'node:fs/promises';
import { createPostgresStore } from '@anyinbox/postgres';
import { expect, it, onTestFinished, vi } from 'vitest';
import { deliveryOf } from './support/deliveries.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

it('the example in the README is the one that is compiled, and runs', { timeout: 60_000 }, async () => {
  const [readme, example] = await Promise.all(
    ['../README.md', './support/readme-example.ts'].map((path) => readFile(new URL(path, import.meta.url), 'utf8')),
  );
  expect(/```ts\n([\s\S]*?)```/.exec(readme ?? '')?.[1]).toBe(example);

  const folder = await temporaryFolder();
  const workingFolder = process.cwd();
  onTestFinished(async () => {
    process.chdir(workingFolder);
    vi.unstubAllEnvs();
    await folder.remove();
  });
  process.chdir(folder.path);
  vi.stubEnv('DATABASE_URL', '');
  const store = await createPostgresStore({ dataDir: 'inbox-data' });
  await store.ingest(deliveryOf('1'));
  await store.close();

  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await import('./support/readme-example.ts');
  expect(printed.mock.calls).toEqual([['1', 'message.received']]);
  printed.mockRestore();
});
