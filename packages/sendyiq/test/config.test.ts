import { inspect } from 'node:util';
import { createInbox } from '@anyinbox/core';
import { sendyiqChat } from '@anyinbox/sendyiq';
import { describe, expect, it } from 'vitest';
import { caught } from './support/caught.ts';

const apiKey = 'key-1.s3cret';
const parse = (input: unknown) => sendyiqChat.config.safeParse(input);

describe('the configuration', () => {
  it('needs nothing but the API key', () => {
    const result = parse({ credentials: { apiKey } });
    expect(result.data?.credentials.apiKey.reveal()).toBe(apiKey);
    expect(result.data?.options).toEqual({
      environment: 'production',
      firstPage: 1,
      statusValues: { open: 'Open', closed: 'Resolved' },
    });
  });

  it('takes one status value and keeps the other', () => {
    const options = { statusValues: { closed: 'Closed' }, firstPage: 0 };
    expect(parse({ credentials: { apiKey }, options }).data?.options).toMatchObject({
      firstPage: 0,
      statusValues: { open: 'Open', closed: 'Closed' },
    });
  });

  it.each([
    [
      'a key without a dot',
      { credentials: { apiKey: 's3cret' } },
      'credentials.apiKey: must have the form <keyId>.<secret>',
    ],
    [
      'a key without an id',
      { credentials: { apiKey: '.s3cret' } },
      'credentials.apiKey: must have the form <keyId>.<secret>',
    ],
    ['a key without a secret', { credentials: { apiKey: 's3cret.' } }, 'credentials.apiKey: must have the form'],
    ['a key with white space', { credentials: { apiKey: 'key.s3cret\n' } }, 'credentials.apiKey: has white space'],
    ['another credential', { credentials: { apiKey, token: 's3cret' } }, 'credentials.token: is not known'],
    [
      'another environment',
      { credentials: { apiKey }, options: { environment: 's3cret' } },
      "options.environment: must be 'production' or 'staging'",
    ],
    ['another option', { credentials: { apiKey }, options: { pageSize: 3 } }, 'options.pageSize: is not known'],
    ['another first page', { credentials: { apiKey }, options: { firstPage: 2 } }, 'options.firstPage: must be 0 or 1'],
    [
      'a plain http host',
      { credentials: { apiKey }, options: { baseUrl: 'http://s3cret.example.com' } },
      'options.baseUrl: must be an https URL',
    ],
    [
      'an empty status value',
      { credentials: { apiKey }, options: { statusValues: { open: '' } } },
      'options.statusValues.open: must not be empty',
    ],
  ])('refuses %s, naming the field and no value', async (_, input, message) => {
    const error = await caught(() =>
      createInbox(sendyiqChat, input as Parameters<typeof createInbox<typeof sendyiqChat>>[1]),
    );
    expect(error).toMatchObject({ code: 'invalid-config', blame: 'caller' });
    expect(error.message).toContain(message);
    expect(`${inspect(error)}${JSON.stringify(error)}`).not.toContain('s3cret');
  });
});
