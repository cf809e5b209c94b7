import { describe, expect, test } from 'vitest';
import { config } from '../../src/config.ts';
import { transport } from '../../src/transport.ts';

const read = (body: unknown) => transport.readError?.(body);

describe('the error body', () => {
  test.each(['invalid_parameter', 'api-key not found', 'a code that nobody has seen'])('the code %s', (code) => {
    expect(read({ code, message: 'No' })).toEqual({ vendorCode: code });
  });

  test.each([{ message: 'visitor not found' }, { message: 'No', code: 7 }, { message: 'No', code: null }])(
    '%j is an error without a code',
    (body) => {
      expect(read(body)).toEqual({ vendorCode: undefined });
    },
  );

  test('a token that is refused', () => {
    expect(read({ error: 'invalid_scope', error_description: 'No' })).toEqual({ vendorCode: 'invalid_scope' });
  });

  test.each([
    { id: 'm1', message: 'a field that may come', code: 'x' },
    { access_token: 'x', error: 'none' },
    { code: 'x' },
    { visitorId: 'v1', groupId: 'g1' },
    { message: 7 },
    { error: {} },
    {},
    [],
    null,
    undefined,
    'message',
  ])('%j is no error', (body) => {
    expect(read(body)).toBeUndefined();
  });
});

describe('the vendor’s limits', () => {
  const limits = (plan?: 'general' | 'advanced' | 'extended') => {
    const parsed = config.parse({ credentials: { apiKey: 'x' }, options: { plan } });
    return typeof transport.limits === 'function' ? transport.limits(parsed) : transport.limits;
  };

  test.each([
    [undefined, 100],
    ['general', 100],
    ['advanced', 200],
    ['extended', 600],
  ] as const)('plan %s: %d requests an hour, 20 of them kept for sends', (plan, requests) => {
    expect(limits(plan)?.budget).toEqual({ requests, perMs: 3_600_000, sendReserve: 20 });
  });

  test('its headers', () => {
    expect(limits()).toMatchObject({
      remainingHeader: 'x-sib-ratelimit-remaining',
      resetHeader: { name: 'x-sib-ratelimit-reset', unit: 'seconds' },
    });
  });
});

test('a key is a header; the token of a client is put in its place later', () => {
  const key = config.parse({ credentials: { apiKey: 'xkeysib-1' } });
  expect(transport.headers(key)).toEqual({ 'api-key': 'apiKey' in key.credentials && key.credentials.apiKey });
  expect(transport.headers(config.parse({ credentials: { clientId: 'x', clientSecret: 'y' } }))).toEqual({});
});
