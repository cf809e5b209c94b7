import { expect, test } from 'vitest';
import { connectionDiff } from '../../src/config/connection-diff.ts';

const connection = { id: 'web', provider: 'sendyiq-chat', credentials: { apiKey: 'key.old' } };

test('fields that stay, go and come, in the order of the configuration', () => {
  const after = { id: 'web', provider: 'smartsender', credentials: { token: 'new' }, options: { activities: false } };
  expect(connectionDiff(connection, after)).toEqual([
    { change: 'same', text: 'id: web' },
    { change: 'removed', text: 'provider: sendyiq-chat' },
    { change: 'added', text: 'provider: smartsender' },
    { change: 'removed', text: 'credentials.apiKey: [secret]' },
    { change: 'added', text: 'credentials.token: [secret]' },
    { change: 'added', text: 'options.activities: false' },
  ]);
});

test('a credential that has another value is shown as changed, and not shown', () => {
  const lines = connectionDiff(connection, { ...connection, credentials: { apiKey: 'key.new' } });
  expect(lines.filter(({ change }) => change !== 'same')).toEqual([
    { change: 'removed', text: 'credentials.apiKey: [secret]' },
    { change: 'added', text: 'credentials.apiKey: [secret]' },
  ]);
});
