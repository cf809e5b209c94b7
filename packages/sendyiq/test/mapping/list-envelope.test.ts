import type { Normalize } from '@anyinbox/core/provider';
import { describe, expect, it } from 'vitest';
import { readList } from '../../src/list-envelope.ts';
import { thrown } from '../support/caught.ts';
import { collectDrift, ignoreDrift } from '../support/drifts.ts';

const items = [{ id: 'a' }, { id: 'b' }];
const read = (body: unknown, normalize: Normalize = {}, report = ignoreDrift) =>
  readList(body, 'conversations', normalize, report);

describe('readList', () => {
  it.each([
    ['a bare array', items, undefined],
    ['items', { items, total: 9 }, 9],
    ['Items', { Items: items, TotalCount: 9 }, 9],
    ['data', { data: items, totalCount: 9 }, 9],
    ['results', { results: items, pagination: { total: 9, page: 1 } }, 9],
    ['its own name', { conversations: items, Pagination: { Total: 9 } }, 9],
    ['data.items', { data: { items, totalCount: 9 } }, 9],
    ['data.conversations', { success: true, data: { conversations: items } }, undefined],
    ['result.data with the total outside', { result: { data: items }, total: 9 }, 9],
    ['items with a total that is none', { items, total: 'nine' }, undefined],
    ['items with a negative total', { items, total: -1, totalCount: 9 }, 9],
  ])('reads %s without drift', (_, body, total) => {
    const drift = collectDrift();
    expect(read(body, {}, drift.report)).toEqual(total === undefined ? { items } : { items, total });
    expect(drift.lines()).toEqual([]);
  });

  it('reports what else the envelope says', () => {
    const drift = collectDrift();
    read({ data: { items, nextToken: 'x' }, traceId: 1, page: 1 }, {}, drift.report);
    expect(drift.lines()).toEqual(['envelope traceId appeared number', 'envelope nextToken appeared string']);
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [{ items: null }],
    [{ data: { deeper: { items } } }],
    [{ rows: items }],
  ])('cannot read %j', (body) => {
    expect(thrown(() => read(body))).toMatchObject({
      code: 'unexpected-response',
      blame: 'vendor',
      hint: expect.stringMatching(/normalize\.list/),
    });
  });
});

describe('normalize.list', () => {
  const list = (body: unknown) => {
    const { rows, count } = body as { rows?: unknown[]; count?: number };
    return rows === undefined ? undefined : { items: rows, ...(count === undefined ? {} : { total: count }) };
  };

  it('finds the items that no envelope holds', () => {
    expect(read({ rows: items, count: 7 }, { list })).toEqual({ items, total: 7 });
    expect(read({ rows: items }, { list })).toEqual({ items });
  });

  it('leaves a body to the provider by returning undefined', () => {
    expect(read({ items }, { list })).toEqual({ items });
  });

  it('that returns no items is ignored', () => {
    const wrong = (() => ({ items: 5 })) as unknown as NonNullable<Normalize['list']>;
    expect(read({ items }, { list: wrong })).toEqual({ items });
  });

  it('that throws is an invalid configuration', () => {
    const failing = () => {
      throw new Error('Ada');
    };
    expect(thrown(() => read({ items }, { list: failing }))).toMatchObject({
      code: 'invalid-config',
      message: 'normalize.list threw',
    });
  });
});
