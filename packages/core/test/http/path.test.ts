import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPath, withQuery } from '../../src/http/path.ts';

describe('fillPath', () => {
  it('fills and encodes', () => {
    expect(fillPath('/a/{id}/b/{other}', { id: 7, other: 'ä b?#&%41' })).toBe('/a/7/b/%C3%A4%20b%3F%23%26%2541');
  });

  it.each([
    '',
    '.',
    '..',
    'a/b',
    '/',
    '..\\x',
    '..%2f..',
    '%2E',
    'a%5cb',
    'a\u0000',
    'a\nb',
    '\u007f',
    '\ud800',
    'x'.repeat(1025),
  ])('refuses %j before the network, naming the parameter and not the value', (id) => {
    expect(() => fillPath('/a/{id}', { id })).toThrow(
      expect.objectContaining({
        code: 'invalid-request',
        message: expect.stringMatching(/^id cannot stand in a path: it [a-z]/),
      }),
    );
  });

  it('refuses a parameter that was forgotten, and one that only a prototype has', () => {
    expect(() => fillPath('/a/{id}')).toThrow('id cannot');
    expect(() => fillPath('/a/{toString}', {})).toThrow('toString cannot');
  });

  it('never leaves its place in the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        let path: string;
        try {
          path = fillPath('/v1/chats/{id}/close', { id });
        } catch {
          return;
        }
        const resolved = new URL(path, 'https://vendor.example.com/base').pathname.split('/');
        expect(resolved).toHaveLength(5);
        expect(decodeURIComponent(resolved[3] as string)).toBe(id);
        expect([resolved[1], resolved[2], resolved[4]]).toEqual(['v1', 'chats', 'close']);
      }),
    );
  });
});

describe('withQuery', () => {
  it('encodes names and values and leaves undefined out', () => {
    expect(withQuery('/a', { 'selector[name]': 'unread', page: 1, on: true, off: undefined })).toBe(
      '/a?selector%5Bname%5D=unread&page=1&on=true',
    );
    expect(withQuery('/a', { off: undefined })).toBe('/a');
    expect(withQuery('/a')).toBe('/a');
  });
});
