import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

test('the example in the README is the one that is compiled, and runs', async () => {
  const [readme, example] = await Promise.all(
    ['../README.md', './support/readme-example.ts'].map((path) => readFile(new URL(path, import.meta.url), 'utf8')),
  );
  expect(/```ts\n([\s\S]*?)```/.exec(readme ?? '')?.[1]).toBe(example);
  await expect(import('./support/readme-example.ts')).resolves.toBeDefined();
});
