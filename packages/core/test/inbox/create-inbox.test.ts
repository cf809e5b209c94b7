import { type AnyProvider, createInbox, InboxError } from '@anyinbox/core';
import { describe, expect, it } from 'vitest';
import { toy, toyCapabilities } from '../support/toy-provider.ts';

const refusal = (create: () => unknown): InboxError => {
  try {
    create();
  } catch (error) {
    if (InboxError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('was accepted');
};
const secretValue = 'canary value';

describe('createInbox', () => {
  it.each<[string, object, string[]]>([
    ['nothing at all', undefined as never, ['credentials']],
    ['no credentials', {}, ['credentials']],
    [
      'a time beyond any timer',
      { credentials: { token: 'x' }, timeoutMs: 1e10, deadlineMs: 2 ** 31 },
      ['timeoutMs', 'deadlineMs'],
    ],
    ['an empty credential', { credentials: { token: '' } }, ['credentials.token: must not be empty']],
    [
      'a credential with a line end',
      { credentials: { token: 'abc\n' } },
      ['credentials.token: has white space around it'],
    ],
    [
      'a credential with white space within',
      { credentials: { token: secretValue } },
      ['credentials.token: contains characters'],
    ],
    ['a credential that is no string', { credentials: { token: 7 } }, ['credentials.token: must be a string']],
    [
      'a credential of another provider',
      { credentials: { token: 'x', apiKey: secretValue } },
      ['credentials.apiKey: is not known'],
    ],
    [
      'everything',
      {
        credentials: {},
        options: { baseUrl: 'http://vendor.example.com', region: 'eu' },
        timeout: 5,
        maxAttempts: 0,
        connectionId: '',
        normalize: 7,
        now: 7,
      },
      [
        'credentials.token',
        'options.baseUrl: must be an https URL',
        'options.region: is not known',
        'timeout: is not known',
        'maxAttempts',
        'connectionId: must not be empty',
        'normalize: must be an object',
        'now: must be a function',
      ],
    ],
  ])('refuses %s, naming every field and no value', (_, options, problems) => {
    const error = refusal(() => createInbox(toy, options as never));
    expect(error).toMatchObject({ code: 'invalid-config', blame: 'caller', provider: 'toy' });
    for (const problem of problems) expect(error.message).toContain(problem);
    expect(error.message).not.toContain(secretValue);
    expect(error.message).not.toContain('vendor.example.com');
  });

  it.each([
    'https://a.example.com',
    'https://a.example.com/v1/',
    'http://localhost:1',
    'http://127.0.0.1:1',
    'http://[::1]:1',
  ])('takes the base URL %s', (baseUrl) => {
    expect(createInbox(toy, { credentials: { token: 'x' }, options: { baseUrl } }).provider).toBe('toy');
  });

  it.each([
    'http://127.0.0.1.example.com',
    'ftp://localhost',
    'https://user:pass@a.example.com',
    'https://a.example.com/?q',
    'https://a.example.com/#h',
    'a',
    '',
  ])('refuses the base URL %s', (baseUrl) => {
    expect(refusal(() => createInbox(toy, { credentials: { token: 'x' }, options: { baseUrl } })).code).toBe(
      'invalid-config',
    );
  });

  it('holds a provider to its declaration', () => {
    const provider = (capabilities: object, connect = toy.connect) =>
      ({ ...toy, connect, capabilities: { ...toyCapabilities, ...capabilities } }) as AnyProvider;
    const create = (broken: AnyProvider) => refusal(() => createInbox(broken, { credentials: { token: 'x' } }));
    const full = { level: 'full', via: 'native', basis: 'documented' };
    expect(create(provider({ 'messages.edit': full }))).toMatchObject({
      code: 'internal',
      blame: 'library',
      message: 'The provider toy declares messages.edit without a handler',
    });
    expect(create(provider({ 'conversations.close': { level: 'none', because: 'vendor' } })).message).toContain(
      'handles conversations.close undeclared',
    );
    const mirrored = provider({ 'messages.get': { ...full, via: 'mirror' } });
    expect(createInbox(mirrored, { credentials: { token: 'x' } }).provider).toBe('toy');
  });
});
