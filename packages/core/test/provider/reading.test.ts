import {
  type Drift,
  documented,
  InboxError,
  listOf,
  mapItems,
  readEntity,
  sometimes,
  unexpectedResponse,
} from '@anyinbox/core/provider';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const drifts = () => {
  const seen: string[] = [];
  return {
    seen,
    report: ({ field, change, actual }: Drift) => void seen.push([field, change, actual].filter(Boolean).join(' ')),
  };
};

describe('readEntity', () => {
  const schema = z.object({
    id: z.number(),
    contact: documented(z.object({ id: documented(z.number()), nick: sometimes(z.string()) })),
    gates: documented(listOf(z.object({ id: z.number() }))),
  });

  it('reports what differs in nested objects too, by path', () => {
    const { seen, report } = drifts();
    const read = readEntity(
      'chat',
      schema,
      { id: 1, contact: { id: 'x', nick: 7, mood: 'sunny' }, gates: [], extra: [] },
      report,
    );
    expect(read.contact).toEqual({ id: undefined, nick: undefined, mood: undefined });
    expect(seen).toEqual([
      'contact.id changed-type string',
      'contact.nick changed-type number',
      'contact.mood appeared string',
      'extra appeared array',
    ]);
  });

  it('reports what is missing only where the vendor documents it', () => {
    const { seen, report } = drifts();
    readEntity('chat', schema, { id: 1, contact: {} }, report);
    expect(seen).toEqual(['contact.id vanished', 'gates vanished']);
  });

  it('keeps the elements of a list that can be read', () => {
    const read = readEntity(
      'chat',
      schema,
      { id: 1, contact: null, gates: [{ id: 1 }, 'bad', null, { id: 2, more: true }] },
      () => {},
    );
    expect(read.gates).toEqual([{ id: 1 }, { id: 2 }]);
  });
});

describe('mapItems', () => {
  const map = (raw: unknown) => {
    if (typeof raw !== 'number') throw unexpectedResponse('item', []);
    if (raw < 0) throw new InboxError('x', { code: 'invalid-config', blame: 'caller' });
    return raw * 2;
  };

  it('leaves aside what cannot be read, and says how much', () => {
    const { seen, report } = drifts();
    expect(mapItems('item', [1, 'x', 2], map, report)).toEqual({
      items: [2, 4],
      incomplete: '1 item could not be read',
    });
    expect(mapItems('item', [null, 'x', 2], map, report).incomplete).toBe('2 items could not be read');
    expect(seen).toContain('item unrecognised');
    expect(mapItems('item', [1], map, report)).toEqual({ items: [2] });
    expect(mapItems('item', [], map, report)).toEqual({ items: [] });
  });

  it('fails when nothing can be read, and for what is no fault of the vendor', () => {
    expect(() => mapItems('item', ['x'], map, () => {})).toThrow(
      expect.objectContaining({ code: 'unexpected-response' }),
    );
    expect(() => mapItems('item', [1, -1], map, () => {})).toThrow(expect.objectContaining({ code: 'invalid-config' }));
  });
});
