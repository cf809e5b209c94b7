import { InboxError } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';
import { openInbox } from '../../src/config/open-inbox.ts';
import { parseConfiguration } from '../../src/config/parse-configuration.ts';

const secret = 's3cr3t-value';
const good = {
  id: 'bots',
  provider: 'smartsender',
  credentials: { token: secret },
  options: { baseUrl: 'http://127.0.0.1:9' },
};
const tenants = (...connections: readonly unknown[]) => ({ tenants: { acme: { connections } } });

test('a tenant gets the inbox of the provider that its configuration names', () => {
  const configuration = parseConfiguration(tenants(good));
  const inbox = openInbox(configuration, 'acme');
  expect(inbox.provider).toBe('smartsender');
  expect(inbox.connectionId).toBe('bots');
});

test('options may be left out', () => {
  const { options: _, ...rest } = good;
  expect(openInbox(parseConfiguration(tenants(rest)), 'acme').provider).toBe('smartsender');
});

describe('a wrong configuration is refused by path, without a value', () => {
  const path = 'tenants.acme.connections.0';
  test.for<[string, unknown, string[]]>([
    ['no object', secret, ['the configuration: must be an object']],
    ['no tenants', {}, ['tenants: must be an object of tenants']],
    ['an unknown field at the top', { tenants: {}, extra: secret }, ['extra: is not known']],
    ['a tenant that is no object', { tenants: { acme: secret } }, ['tenants.acme: must be an object']],
    ['connections that are no list', { tenants: { acme: { connections: secret } } }, ['must be a list']],
    ['no connection', tenants(), ['tenants.acme.connections: must hold exactly one connection']],
    ['two connections', tenants(good, good), ['tenants.acme.connections: must hold exactly one connection']],
    ['a connection that is no object', tenants(secret), [`${path}: must be an object`]],
    ['an empty id', tenants({ ...good, id: '' }), [`${path}.id: must not be empty`]],
    ['an unknown field', tenants({ ...good, webhook: {} }), [`${path}.webhook: is not known`]],
    [
      'an unknown provider',
      tenants({ ...good, provider: secret }),
      [`${path}.provider: is not known; there are sendyiq-chat, sendyiq-social, smartsender, brevo, blinger`],
    ],
    [
      'credentials that are no object',
      tenants({ ...good, credentials: secret }),
      [`${path}.credentials: must be an object`],
    ],
    ['a missing credential', tenants({ ...good, credentials: {} }), [`${path}.credentials.token: must be a string`]],
    [
      "another provider's credential",
      tenants({ ...good, credentials: { token: secret, apiKey: secret } }),
      [`${path}.credentials.apiKey: is not known`],
    ],
    [
      'several at once',
      tenants({ ...good, credentials: { token: `${secret} ` }, options: { baseUrl: `ftp://${secret}`, more: secret } }),
      [
        `${path}.credentials.token: has white space`,
        `${path}.options.baseUrl: must be`,
        `${path}.options.more: is not known`,
      ],
    ],
  ])('%s', ([, value, parts]) => {
    const error = refusal(() => parseConfiguration(value));
    expect(error.code).toBe('invalid-config');
    for (const part of parts) expect(error.message).toContain(part);
    expect(error.message).not.toContain(secret);
  });

  test('of two tenants, both are named', () => {
    const wrong = { connections: [{ ...good, credentials: {} }] };
    const { message } = refusal(() => parseConfiguration({ tenants: { acme: wrong, globex: wrong } }));
    expect(message).toContain('tenants.acme.connections.0.credentials.token');
    expect(message).toContain('tenants.globex.connections.0.credentials.token');
  });
});

test.for(['globex', 'constructor', '__proto__'])('a tenant that is not configured has no inbox: %s', (tenantId) => {
  expect(refusal(() => openInbox(parseConfiguration(tenants(good)), tenantId)).code).toBe('unknown-tenant');
});

function refusal(action: () => unknown): InboxError {
  try {
    action();
  } catch (error) {
    if (InboxError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}
