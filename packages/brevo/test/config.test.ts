import { inspect } from 'node:util';
import { brevo } from '@anyinbox/brevo';
import { createInbox } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';

const credentials = { apiKey: 'xkeysib-s3cret' };
const client = { clientId: 's3cret-id', clientSecret: 's3cret' };
const parse = (input: unknown) => brevo.config.safeParse(input);

describe('the configuration', () => {
  test('needs nothing but an API key', () => {
    const { data } = parse({ credentials });
    expect(data?.options).toEqual({
      baseUrl: 'https://api.brevo.com/v3',
      receivedFrom: 'anyinbox',
      plan: 'general',
    });
    expect(data && 'apiKey' in data.credentials && data.credentials.apiKey.reveal()).toBe('xkeysib-s3cret');
  });

  test('or an OAuth client', () => {
    const { data } = parse({ credentials: { ...client, scopes: ['conversations:read'] } });
    expect(data && 'clientId' in data.credentials && data.credentials.clientSecret.reveal()).toBe('s3cret');
    expect(data?.credentials).toMatchObject({ scopes: ['conversations:read'] });
  });

  test('takes everything', () => {
    const options = {
      baseUrl: 'http://127.0.0.1:4000/v3/',
      tokenUrl: 'http://127.0.0.1:4000/token',
      agent: { name: 'Iwo', email: 'iwo@example.com' },
      receivedFrom: 'shop',
      plan: 'extended',
    };
    expect(parse({ credentials, options }).data?.options).toEqual({ ...options, baseUrl: 'http://127.0.0.1:4000/v3' });
    expect(parse({ credentials, options: { agent: { agentId: 'a1' } } }).data?.options.agent).toEqual({
      agentId: 'a1',
    });
  });

  const forms = 'credentials: must be { apiKey } or { clientId, clientSecret }';
  const agents = 'options.agent: must be { agentId } or { email, name }';

  test.each<[string, unknown, string]>([
    ['no credentials', {}, forms],
    ['empty credentials', { credentials: {} }, forms],
    ['both forms', { credentials: { ...credentials, ...client } }, forms],
    ['a list', { credentials: [credentials] }, forms],
    ['another credential', { credentials: { token: 's3cret' } }, forms],
    ['a key that is no string', { credentials: { apiKey: 7 } }, 'credentials.apiKey: must be a string'],
    ['an empty key', { credentials: { apiKey: '' } }, 'credentials.apiKey: must not be empty'],
    ['a key and more', { credentials: { ...credentials, token: 's3cret' } }, 'credentials.token: is not known'],
    ['an id alone', { credentials: { clientId: 's3cret' } }, 'credentials.clientSecret: must be a string'],
    ['a secret alone', { credentials: { clientSecret: 's3cret' } }, 'credentials.clientId: must be a string'],
    ['no scopes', { credentials: { ...client, scopes: [] } }, 'credentials.scopes: must not be empty'],
    ['scopes in a string', { credentials: { ...client, scopes: 's3cret' } }, 'credentials.scopes: must be a list'],
    ['two scopes in one', { credentials: { ...client, scopes: ['s3cret s3cret'] } }, 'credentials.scopes.0: is not'],
    ['an email alone', { credentials, options: { agent: { email: 'a@b.c' } } }, 'options.agent.name: is missing'],
    ['a name alone', { credentials, options: { agent: { name: 's3cret' } } }, 'options.agent.email: is missing'],
    [
      'a name as an email',
      { credentials, options: { agent: { name: 'Iwo', email: 's3cret' } } },
      'options.agent.email: is not an e-mail address',
    ],
    ['an agent in two forms', { credentials, options: { agent: { agentId: 'a', name: 'Iwo' } } }, agents],
    ['an agent in none', { credentials, options: { agent: {} } }, agents],
    ['an agent in a string', { credentials, options: { agent: 's3cret' } }, agents],
    [
      'a blank agent',
      { credentials, options: { agent: { agentId: ' ' } } },
      'options.agent.agentId: must not be empty',
    ],
    ['a number', { credentials, options: { agent: { agentId: 7 } } }, 'options.agent.agentId: must be a string'],
    ['an empty marker', { credentials, options: { receivedFrom: '' } }, 'options.receivedFrom: must not be empty'],
    ['another plan', { credentials, options: { plan: 's3cret' } }, "options.plan: must be 'general', 'advanced'"],
    [
      'a plain http host',
      { credentials, options: { baseUrl: 'http://s3cret.example.com' } },
      'options.baseUrl: must be an https URL',
    ],
    [
      'a plain http token endpoint',
      { credentials: client, options: { tokenUrl: 'http://s3cret.example.com' } },
      'options.tokenUrl: must be an https URL',
    ],
    ['another option', { credentials, options: { agents: [] } }, 'options.agents: is not known'],
  ])('refuses %s, naming the field and no value', (_, input, message) => {
    const open = () => createInbox(brevo, input as Parameters<typeof createInbox<typeof brevo>>[1]);
    expect(open).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining(message) }),
    );
    try {
      open();
    } catch (error) {
      expect(`${inspect(error)}${JSON.stringify(error)}`).not.toContain('s3cret');
    }
  });

  test('prints no secret, of either form', () => {
    for (const given of [credentials, client])
      expect(`${inspect(parse({ credentials: given }))}${JSON.stringify(parse({ credentials: given }))}`).not.toContain(
        's3cret',
      );
  });
});
