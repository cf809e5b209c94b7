import { type Drift, type Normalize, unexpectedResponse } from '@anyinbox/core/provider';
import { describe, expect, test } from 'vitest';
import { readList } from '../../src/read-list.ts';

const asked = { page: 2, limitation: 20 };
const reader = { entity: 'channel', map: (raw: unknown) => raw, reportDrift: () => {} };
const read = (body: unknown, normalize: Normalize = {}) => readList(body, asked, { ...reader, normalize });

describe('the documented form', () => {
  test('a page in the middle, and the last', () => {
    expect(read({ cursor: { page: 2, pages: 5 }, collection: ['a'] })).toEqual({ items: ['a'], next: '3:20' });
    expect(read({ cursor: { page: 2, pages: 2 }, collection: ['a'] })).toEqual({ items: ['a'], next: undefined });
  });

  test('an answer that names another page does not send us back', () => {
    expect(read({ cursor: { page: 1, pages: 5 }, collection: [] }).next).toBe('3:20');
  });

  test.each([
    ['cursor', { collection: [] }],
    ['cursor.pages', { cursor: { page: 1 }, collection: [] }],
    ['collection', { cursor: { page: 1, pages: 1 }, collection: {} }],
    ['', undefined],
    ['', []],
  ])('a list without %s cannot be read', (place, body) => {
    expect(() => read(body)).toThrow(
      expect.objectContaining({
        code: 'unexpected-response',
        message: expect.stringContaining(`list${place === '' ? '' : `.${place}`}`),
      }),
    );
  });
});

describe('the form that the app finds', () => {
  const list: Normalize['list'] = (body) => {
    const { data, total } = body as { data?: unknown[]; total?: number };
    return data && { items: data, ...(total === undefined ? {} : { total }) };
  };

  test('with a total', () => {
    expect(read({ data: ['a'], total: 41 }, { list })).toEqual({ items: ['a'], next: '3:20' });
    expect(read({ data: ['a'], total: 40 }, { list })).toEqual({ items: ['a'], next: undefined });
  });

  test('without a total the vendor’s cursor says whether there is more', () => {
    expect(read({ data: ['a'], cursor: { page: 2, pages: 3 } }, { list }).next).toBe('3:20');
    expect(read({ data: ['a'] }, { list }).next).toBeUndefined();
  });

  test('what it leaves alone is read as documented', () => {
    expect(read({ cursor: { page: 2, pages: 2 }, collection: ['a'] }, { list }).items).toEqual(['a']);
  });
});

describe('an item that cannot be read', () => {
  const map = (raw: unknown) => {
    if (typeof raw !== 'string') throw unexpectedResponse('channel', ['id']);
    return raw;
  };

  test('is left aside, counted and reported', () => {
    const drifts: Drift[] = [];
    const body = { cursor: { page: 2, pages: 5 }, collection: ['a', 1, 'b', null] };
    const reportDrift = (drift: Drift) => drifts.push(drift);
    expect(readList(body, asked, { ...reader, map, reportDrift, normalize: {} })).toEqual({
      items: ['a', 'b'],
      next: '3:20',
      incomplete: '2 items could not be read',
    });
    expect(drifts).toContainEqual({ entity: 'channel', field: 'item', change: 'unrecognised' });
  });

  test('is the failure when no other can be read either', () => {
    const body = { cursor: { page: 2, pages: 5 }, collection: [1, null] };
    expect(() => readList(body, asked, { ...reader, map, normalize: {} })).toThrow(
      expect.objectContaining({ code: 'unexpected-response' }),
    );
  });
});
