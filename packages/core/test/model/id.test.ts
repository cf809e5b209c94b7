import { formatId, InboxError, parseId } from '@anyinbox/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const anyString = fc.string({
  unit: fc.oneof(fc.constantFrom(':', '%', '%3A', '%25', '/', '\ud800'), fc.string({ unit: 'binary' })),
});

describe('ids', () => {
  it('come back from any two strings', () => {
    fc.assert(
      fc.property(anyString, anyString, (connectionId, nativeId) => {
        expect(parseId(formatId(connectionId, nativeId))).toEqual({ connectionId, nativeId });
      }),
    );
  });

  it('are made of exactly one pair of strings each', () => {
    fc.assert(
      fc.property(anyString, (id) => {
        let parsed: ReturnType<typeof parseId>;
        try {
          parsed = parseId(id);
        } catch (error) {
          expect(InboxError.isInstance(error) && error.code).toBe('invalid-request');
          return;
        }
        expect(formatId(parsed.connectionId, parsed.nativeId)).toBe(id);
      }),
    );
  });

  it('read as connection and native id', () => {
    expect(formatId('shop', '2196')).toBe('shop:2196');
    expect(formatId('a:b%', 'c:d%')).toBe('a%3Ab%25:c:d%');
  });

  it.each([undefined, null, 7, {}, '', 'no-separator', '%zz:1', 'a%41:1'])('refuse %j, naming the argument', (id) => {
    expect(() => parseId(id, 'conversationId')).toThrow(
      expect.objectContaining({ code: 'invalid-request', message: expect.stringContaining('conversationId') }),
    );
  });
});
