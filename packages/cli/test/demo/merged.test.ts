import { startSendyiqEmulator, startSmartsenderEmulator } from '@anyinbox/emulators';
import { expect, onTestFinished, test } from 'vitest';
import { openTenants } from '../../src/config/open-tenants.ts';
import { createView } from '../../src/demo/view.ts';
import { workInbox } from '../../src/demo/work-inbox.ts';
import { createOutput } from '../../src/output/output.ts';
import { capture } from '../support/capture.ts';

test('in an inbox of two vendors, what the conversation’s own vendor cannot do is left out', async () => {
  const bots = await startSmartsenderEmulator({ seed: 'empty' });
  const web = await startSendyiqEmulator({ conversations: 3 });
  const value = {
    connections: [
      { id: 'bots', provider: 'smartsender', credentials: { token: bots.token }, options: { baseUrl: bots.url } },
      { id: 'web', provider: 'sendyiq-chat', credentials: { apiKey: web.apiKey }, options: { baseUrl: web.url } },
    ],
  };
  const tenants = openTenants(new Map([['acme', { value, problems: [] }]]));
  onTestFinished(async () => {
    await tenants.close();
    await Promise.all([bots.close(), web.close()]);
  });
  const stdout = capture();
  const view = createView(createOutput(stdout, {}), Date.now);
  await workInbox({ inbox: await tenants.inbox('acme'), view, signal: new AbortController().signal });
  expect(stdout.text()).toMatch(/– {2}not done +conversations.markRead: .*Of\s+this tenant: bots\.\n/);
  expect(stdout.text()).toMatch(/✓ {2}closed +closed when read back/);
});
