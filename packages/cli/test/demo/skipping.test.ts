import type { Operation } from '@anyinbox/core';
import { createInbox, type Inbox } from '@anyinbox/core';
import { startSmartsenderEmulator } from '@anyinbox/emulators';
import { smartsender } from '@anyinbox/smartsender';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createView } from '../../src/demo/view.ts';
import { workInbox } from '../../src/demo/work-inbox.ts';
import { createOutput } from '../../src/output/output.ts';
import { capture } from '../support/capture.ts';

let emulator: Awaited<ReturnType<typeof startSmartsenderEmulator>>;

beforeEach(async () => {
  emulator = await startSmartsenderEmulator();
});

afterEach(() => emulator.close());

test('an inbox that can only list: every other step is left out, none fails', async () => {
  const output = await work(['conversations.list']);
  expect(output).toContain('open conversations on 3 pages');
  expect(output.match(/– {2}not done/g)).toHaveLength(4);
  expect(output).toContain('messages.list: not built yet. Later.');
  expect(emulator.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('an inbox that cannot list has nothing to show', async () => {
  const output = await work([]);
  expect(output).toBe('–  not done      conversations.list: not built yet. Later.\n');
  expect(emulator.requests).toEqual([]);
});

test('what cannot be read back is said to be confirmed, not seen', async () => {
  const output = await work(['conversations.list', 'messages.send.text', 'conversations.markRead']);
  expect(output).toMatch(/replied +the vendor took the message/);
  expect(output).toMatch(/marked read +the vendor confirmed it/);
});

async function work(supported: readonly Operation[]): Promise<string> {
  const stdout = capture();
  const view = createView(createOutput(stdout, {}), Date.now);
  await workInbox({ inbox: limitedTo(supported), view, signal: new AbortController().signal });
  return stdout.text();
}

/** The emulator's inbox as that of a vendor that can do less. */
function limitedTo(supported: readonly Operation[]): Inbox {
  const capabilities = Object.fromEntries(
    Object.entries(smartsender.capabilities).map(([operation, capability]) => [
      operation,
      supported.some((name) => name === operation)
        ? capability
        : { level: 'none', because: 'not-yet', note: 'Later. Not now.' },
    ]),
  );
  const inbox = createInbox(smartsender, {
    credentials: { token: emulator.token },
    options: { baseUrl: emulator.url },
  });
  const supports = (operation: Operation) => supported.includes(operation);
  return { ...inbox, capabilities, supports } as unknown as Inbox;
}
