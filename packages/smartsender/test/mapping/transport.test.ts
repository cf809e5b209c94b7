import { describe, expect, test } from 'vitest';
import { config } from '../../src/config.ts';
import { transport } from '../../src/transport.ts';

const read = (body: unknown) => transport.readError?.(body);

describe('the error envelope', () => {
  test.each([400, 403, 404, 422, 429, 500])('the code %d is a status too', (code) => {
    expect(read({ error: { code, message: 'No', description: { phone: ['private'] } } })).toEqual({
      vendorCode: code,
      status: code,
    });
  });

  test.each([7, 200, 302, 600, 10404])('the code %d is none', (code) => {
    expect(read({ error: { code, message: 'No' } })).toEqual({ vendorCode: code, status: undefined });
  });

  test('a code in words', () => {
    expect(read({ error: { code: 'chat_closed' } })).toEqual({ vendorCode: 'chat_closed', status: undefined });
    expect(read({ error: { code: '404' } })).toEqual({ vendorCode: '404', status: 404 });
  });

  test('the documented message without a token means that', () => {
    expect(read({ error: { message: 'Unauthenticated' } })).toMatchObject({ code: 'unauthorized' });
  });

  test.each([{ error: 'No' }, { error: [] }, { error: true }, { error: { code: {}, message: 7 } }])(
    '%j is an error without a code',
    (body) => {
      expect(read(body)).toEqual({ vendorCode: undefined, status: undefined, code: undefined });
    },
  );

  test.each([{ state: true }, { error: null }, {}, [], null, undefined, 'error', 7])('%j is no error', (body) => {
    expect(read(body)).toBeUndefined();
  });
});

describe('configuration', () => {
  const issues = (given: unknown) => config.safeParse(given).error?.issues.map(({ path }) => path.join('.'));

  test('a token is enough', () => {
    const { options } = config.parse({ credentials: { token: 'abc' } });
    expect(options).toEqual({ baseUrl: 'https://api.smartsender.com', timeZone: 'UTC', activities: true });
  });

  test('everything can be given', () => {
    const options = { baseUrl: 'http://127.0.0.1:4000/', timeZone: 'Europe/Kyiv', activities: false };
    expect(config.parse({ credentials: { token: 'abc' }, options }).options).toEqual({
      ...options,
      baseUrl: 'http://127.0.0.1:4000',
    });
  });

  test.each([
    ['credentials', {}],
    ['credentials.token', { credentials: {} }],
    ['credentials.token', { credentials: { token: '' } }],
    ['options.timeZone', { credentials: { token: 'a' }, options: { timeZone: 'Kyiv' } }],
    ['options.timeZone', { credentials: { token: 'a' }, options: { timeZone: 2 } }],
    ['options.baseUrl', { credentials: { token: 'a' }, options: { baseUrl: 'http://api.example.com' } }],
    ['options.activities', { credentials: { token: 'a' }, options: { activities: 1 } }],
    ['options', { credentials: { token: 'a' }, options: { timezone: 'UTC' } }],
  ])('a wrong %s is named', (path, given) => {
    expect(issues(given)).toEqual([path]);
  });

  test('the token never prints', () => {
    const parsed = config.parse({ credentials: { token: 'do-not-print' } });
    expect(JSON.stringify(parsed)).not.toContain('do-not-print');
    expect(transport.headers(parsed)).toEqual({
      Authorization: { prefix: 'Bearer ', secret: parsed.credentials.token },
    });
    expect(parsed.credentials.token.reveal()).toBe('do-not-print');
  });

  test('the vendor’s limits', () => {
    expect(transport.limits).toEqual({
      budget: { requests: 180, perMs: 60_000, sendReserve: 18 },
      remainingHeader: 'x-rate-limit',
      ban: { firstMs: 60_000, stepMs: 60_000, maxMs: 720_000 },
    });
  });
});
