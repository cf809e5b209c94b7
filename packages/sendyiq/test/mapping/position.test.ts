import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPosition, readPosition, refusePosition } from '../../src/position.ts';

const list = (count: number, total?: number) => ({
  items: Array.from({ length: count }),
  ...(total === undefined ? {} : { total }),
});

import { thrown } from '../support/caught.ts';

describe('readPosition', () => {
  it('starts at the first page, in the size that is wanted but never above 50', () => {
    expect(readPosition({ limit: 10 }, 1)).toEqual({ page: 1, size: 10 });
    expect(readPosition({ limit: 1000 }, 0)).toEqual({ page: 0, size: 50 });
  });

  it('asks the same page again whatever is wanted now', () => {
    expect(readPosition({ limit: 3, position: '2:50' }, 1)).toEqual({ page: 2, size: 50 });
  });

  it.each([
    '',
    '2',
    '2:',
    ':50',
    '0:50',
    '2:0',
    '2:51',
    '2:500',
    '-1:50',
    '2:50:1',
    ' 2:50',
    'next',
    '1e3:5',
    '9999999999:5',
  ])('refuses %j', (position) => {
    expect(thrown(() => readPosition({ limit: 10, position }, 1))).toMatchObject({
      code: 'invalid-request',
      blame: 'caller',
    });
  });

  it('takes page 0 where pages begin at 0', () => {
    expect(readPosition({ limit: 10, position: '0:50' }, 0)).toEqual({ page: 0, size: 50 });
  });
});

describe('nextPosition', () => {
  it.each([
    ['the total is not reached', { page: 1, size: 20 }, list(20, 45), '2:20'],
    ['the total is not reached yet', { page: 2, size: 20 }, list(20, 45), '3:20'],
    ['the total is reached', { page: 3, size: 20 }, list(5, 45), undefined],
    ['the total is reached exactly', { page: 2, size: 20 }, list(20, 40), undefined],
    ['the page is empty', { page: 2, size: 20 }, list(0, 45), undefined],
    ['the total is unknown and the page full', { page: 1, size: 20 }, list(20), '2:20'],
    ['the total is unknown and the page short', { page: 1, size: 20 }, list(7), '2:20'],
    ['the total is unknown and the page empty', { page: 3, size: 20 }, list(0), undefined],
    ['the server caps the size', { page: 1, size: 50 }, list(20, 45), '2:20'],
    ['the server ignores the size', { page: 1, size: 10 }, list(25, 45), '2:10'],
    ['the total counts something else', { page: 1, size: 20 }, list(20, 3), '2:20'],
  ])('when %s', (_, position, page, next) => {
    expect(nextPosition(position, 1, page)).toBe(next);
  });

  it('counts from 0 where pages begin at 0', () => {
    expect(nextPosition({ page: 0, size: 20 }, 0, list(20, 40))).toBe('1:20');
    expect(nextPosition({ page: 1, size: 20 }, 0, list(20, 40))).toBeUndefined();
  });

  it('reaches every item of a server that caps the size, with or without a total', () => {
    const whole = fc.integer({ min: 0, max: 300 });
    const size = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(whole, size, size, fc.boolean(), fc.constantFrom(0, 1), (total, limit, cap, told, firstPage) => {
        const read: number[] = [];
        let position: string | undefined;
        do {
          const at = readPosition({ limit, position }, firstPage);
          const served = Math.min(at.size, cap);
          const start = (at.page - firstPage) * served;
          const items = Array.from(
            { length: Math.max(0, Math.min(served, total - start)) },
            (_, index) => start + index,
          );
          read.push(...items);
          position = nextPosition(at, firstPage, told ? { items, total } : { items });
        } while (position !== undefined);
        expect(read).toEqual(Array.from({ length: total }, (_, index) => index));
      }),
    );
  });
});

describe('refusePosition', () => {
  it('refuses any page but the first of a list that has only one', () => {
    expect(thrown(() => refusePosition({ limit: 10, position: '2:50' }))).toMatchObject({ code: 'invalid-request' });
    expect(() => refusePosition({ limit: 10 })).not.toThrow();
  });
});
