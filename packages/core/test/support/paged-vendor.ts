import type { ServedRequest, TestServer } from './server.ts';
import { json, serve } from './server.ts';

export interface PagedVendor extends TestServer {
  /** The vendor's list, newest first; a test moves items in it while they are read. */
  readonly items: number[];
  /** Runs before each page is cut. */
  onRequest: (request: ServedRequest, count: number) => unknown;
}

/** A vendor that cuts its list by page number, at most `size` a page, as most do. */
export async function pagedVendor(count: number, size = 5): Promise<PagedVendor> {
  const items = Array.from({ length: count }, (_, index) => count - index);
  const vendor = {
    items,
    onRequest: (() => {}) as PagedVendor['onRequest'],
  };
  const server = await serve(async (request, response, served) => {
    await vendor.onRequest(request, served);
    const query = new URL(request.url, 'http://x').searchParams;
    const page = Number(query.get('position') ?? '1');
    const cut = items.slice((page - 1) * size, page * size).map((id) => ({ id, name: `Person ${id}` }));
    json(response, { items: cut, ...(page * size < items.length ? { next: String(page + 1) } : {}) });
  });
  return Object.assign(vendor, server);
}
