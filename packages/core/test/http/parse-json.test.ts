import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/http/parse-json.ts';

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        if (/__proto__|constructor/.test(text)) return;
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['a __proto__ key', '{"a":[{"__proto__":{"polluted":true}}]}'],
    ['an escaped __proto__ key', '{"\\u005f_proto__":1}'],
    ['a constructor that could be reached through', '{"constructor":{"prototype":{}}}'],
    ['nesting of 101 levels', `${'['.repeat(102)}${']'.repeat(102)}`],
    ['nesting of a million levels', `${'['.repeat(1e6)}${']'.repeat(1e6)}`],
    ['half an object', '{"a":'],
    ['HTML', '<html></html>'],
  ])('refuses %s', (_, text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('keeps texts that only mention such keys', () => {
    expect(parseJson('{"text":"\\"__proto__\\": x","constructor":"Lego"}')).toEqual({
      text: '"__proto__": x',
      constructor: 'Lego',
    });
  });
});
