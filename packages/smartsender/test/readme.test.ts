import { readFile } from 'node:fs/promises';
import { startSmartsenderEmulator } from '@anyinbox/emulators';
import { expect, onTestFinished, test, vi } from 'vitest';

test('the example in the README is the one that is compiled, and runs', async () => {
  const [readme, example] = await Promise.all(
    ['../README.md', './support/readme-example.ts'].map((path) => readFile(new URL(path, import.meta.url), 'utf8')),
  );
  expect(/```ts\n([\s\S]*?)```/.exec(readme ?? '')?.[1]).toBe(example);

  const emulator = await startSmartsenderEmulator();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await emulator.close();
  });
  vi.stubEnv('SMARTSENDER_TOKEN', emulator.token);
  vi.stubEnv('SMARTSENDER_BASE_URL', emulator.url);
  await import('./support/readme-example.ts');
  const answered = emulator.state.conversations.filter(
    ({ messages }) => messages.at(-1)?.content.resource.parameters['content'] === 'We are on it.',
  );
  expect(answered).toHaveLength(3);
  expect(answered.flatMap(({ gates }) => gates.map(({ unreadMessages }) => unreadMessages))).toEqual([0, 0, 0]);
});
