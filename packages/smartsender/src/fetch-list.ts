import type { Call, NativePage, VendorRequest } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { VendorPage } from './paging.ts';
import { type ListReader, readList } from './read-list.ts';

/** GETs one page of a list. */
export async function fetchList<T>(
  call: Call,
  { path, params = {}, query = {} }: Pick<VendorRequest<T>, 'path' | 'params' | 'query'>,
  asked: VendorPage,
  reader: ListReader<T>,
): Promise<NativePage<T>> {
  const body = await call.request({
    method: 'GET',
    path,
    params,
    query: { ...asked, ...query },
    effect: 'read',
    response: z.unknown(),
  });
  return readList(body, asked, reader);
}
