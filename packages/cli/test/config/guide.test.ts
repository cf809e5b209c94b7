import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { openTenants } from '../../src/config/open-tenants.ts';
import { parseConfiguration } from '../../src/config/read-configuration.ts';

const guide = readFileSync(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8');

test('the file in the guide is right', async () => {
  const [, text = ''] = /```json\n(.*?)```/s.exec(guide) ?? [];
  const names = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => [name, 'id.secret']);
  const tenants = openTenants(parseConfiguration(text, Object.fromEntries(names), 'tenants.json'));
  onTestFinished(() => tenants.close());
  const { connections } = await tenants.inbox('acme');
  expect(connections.map(({ id }) => id)).toEqual(['shop', 'mail', 'bots', 'desk']);
});
