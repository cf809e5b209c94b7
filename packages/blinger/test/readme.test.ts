import { readFile } from 'node:fs/promises';
import { startBlingerEmulator } from '@anyinbox/emulators';
import { expect, onTestFinished, test, vi } from 'vitest';

test('the example in the README is the one that is compiled, and runs', async () => {
  const [readme, example] = await Promise.all(
    ['../README.md', './support/readme-example.ts'].map((path) => readFile(new URL(path, import.meta.url), 'utf8')),
  );
  expect(/```ts\n([\s\S]*?)```/.exec(readme ?? '')?.[1]).toBe(example);

  const emulator = await startBlingerEmulator();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await emulator.close();
  });
  const unassigned = () => emulator.state.conversations.filter(({ status }) => status === 'unassigned').length;
  const before = unassigned();
  vi.stubEnv('BLINGER_TOKEN', emulator.token);
  vi.stubEnv('BLINGER_BASE_URL', `${emulator.url}/api`);
  await import('./support/readme-example.ts');
  expect(unassigned()).toBe(before - 20);
  const { operators } = emulator.state;
  const bodies = emulator.requests.flatMap(({ method, body }) => (method === 'POST' ? [body] : []));
  expect(bodies).toMatchObject(Array.from({ length: 20 }, (_, index) => ({ operator_id: operators[index % 4]?.id })));
});
