import { readFile } from 'node:fs/promises';
import { startBrevoEmulator } from '@anyinbox/emulators';
import { expect, onTestFinished, test, vi } from 'vitest';

test('the example in the README is the one that is compiled, and runs', async () => {
  const [readme, example] = await Promise.all(
    ['../README.md', './support/readme-example.ts'].map((path) => readFile(new URL(path, import.meta.url), 'utf8')),
  );
  expect(/```ts\n([\s\S]*?)```/.exec(readme ?? '')?.[1]).toBe(example);

  const emulator = await startBrevoEmulator();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await emulator.close();
  });
  const [agent] = emulator.state.agents;
  const conversation = emulator.state.conversations.at(-1);
  vi.stubEnv('BREVO_API_KEY', emulator.apiKey);
  vi.stubEnv('BREVO_BASE_URL', `${emulator.url}/v3`);
  vi.stubEnv('BREVO_AGENT_ID', agent?.id);
  vi.stubEnv('BREVO_VISITOR_ID', conversation?.visitor.id);
  await import('./support/readme-example.ts');
  expect(conversation?.messages.at(-1)).toMatchObject({ text: 'We are on it: one minute.', agentId: agent?.id });
});
