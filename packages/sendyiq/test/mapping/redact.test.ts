import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/redact.ts';

describe('redact', () => {
  it.each([
    'accessToken',
    'AccessToken',
    'ACCESS_TOKEN',
    'appSecret',
    'token',
    'Token',
    'channelToken',
    'apiKey',
    'password',
  ])('removes %s, however deep', (name) => {
    expect(redact({ kept: 1, [name]: 'x', list: [{ deep: { [name]: 'x', kept: 2 } }] })).toEqual({
      kept: 1,
      list: [{ deep: { kept: 2 } }],
    });
  });

  it('keeps an account id that is no channel token', () => {
    expect(redact({ externalAccountId: '100200300400500' })).toEqual({ externalAccountId: '100200300400500' });
    expect(redact({ ExternalAccountId: 'ABCDEF0123456789abcdef0123456789', externalAccountID: null })).toEqual({
      externalAccountID: null,
    });
  });

  it('removes a secret that is an object, keeps that there is none', () => {
    expect(redact({ appSecret: { value: 'x' }, accessToken: null, hasToken: true, maxTokens: 4 })).toEqual({
      accessToken: null,
      hasToken: true,
      maxTokens: 4,
    });
  });

  it('cuts off what is deeper than any real answer, whatever the depth', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(JSON.stringify(redact(deep)).length).toBeLessThan(100);
  });

  it('gives no object another prototype', () => {
    const copy = redact(JSON.parse('{"__proto__":{"polluted":true},"kept":1}')) as object;
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(copy).toEqual({ kept: 1 });
    expect('polluted' in copy).toBe(false);
  });

  it('changes nothing else', () => {
    const harmless = fc
      .jsonValue({ maxDepth: 4 })
      .filter((value) => !/token|secret|password|key|credential|embed|snippet|__proto__/i.test(JSON.stringify(value)));
    fc.assert(
      fc.property(harmless, (value) => {
        expect(redact(value)).toEqual(value);
      }),
    );
  });
});
