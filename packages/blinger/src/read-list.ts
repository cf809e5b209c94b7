import { type Normalize, runOverride, unexpectedResponse } from '@anyinbox/core/provider';
import { dataOf } from './envelope.ts';

/** The items of a list: `data`, or what the app's `normalize.list` finds, which serves every list and may leave some to us. */
export function readList(body: unknown, { list }: Normalize): readonly unknown[] {
  const found = list && runOverride('list', () => list(body));
  if (found) return found.items;
  const data = dataOf(body);
  if (!Array.isArray(data)) throw unexpectedResponse('list', ['data']);
  return data;
}
