import type { Call, NativePage, VendorRequest } from '@anyinbox/core/provider';
import * as z from 'zod';
import { get } from './get.ts';
import type { VendorPage } from './paging.ts';
import { type ListReader, readList } from './read-list.ts';

/** GETs one page of a list. */
export async function fetchList<T>(
  call: Call,
  { path, params = {}, query = {} }: Pick<VendorRequest<T>, 'path' | 'params' | 'query'>,
  asked: VendorPage,
  reader: ListReader<T>,
): Promise<NativePage<T>> {
  const body = await get(call, { path, params, query: { ...asked, ...query }, response: z.unknown() });
  return readList(body, asked, reader);
}
