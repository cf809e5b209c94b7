import { InboxError, type PageRequest } from '@anyinbox/core/provider';
import { paging } from './assumptions/index.ts';
import type { ListBody } from './list-envelope.ts';

/** A page as the vendor counts them. Its size is part of it: page 2 of 50 is not page 2 of 20. */
export interface Position {
  readonly page: number;
  readonly size: number;
}

/** The page that is asked for: `2:50`, or the first one in the size that is wanted. */
export function readPosition(request: PageRequest, firstPage: number): Position {
  if (request.position === undefined) return { page: firstPage, size: Math.min(request.limit, paging.largestPage) };
  const match = /^(\d{1,9}):(\d{1,2})$/.exec(request.position);
  const [page, size] = [Number(match?.[1]), Number(match?.[2])];
  if (match !== null && page >= firstPage && size >= 1 && size <= paging.largestPage) return { page, size };
  throw badPosition();
}

/**
 * Where the vendor continues. With a total, until it is reached; without one, until a page is empty, since a short page may only mean that the
 * server caps the size. A first page that is short of the total shows that cap: then the pages that follow are asked for in the server's size.
 */
export function nextPosition({ page, size }: Position, firstPage: number, list: ListBody): string | undefined {
  const found = list.items.length;
  if (found === 0) return undefined;
  // A total smaller than its own page counts something else.
  if (list.total === undefined || list.total < found) return `${page + 1}:${size}`;
  const capped = page === firstPage && found < Math.min(size, list.total);
  const served = capped ? found : size;
  return (page - firstPage + 1) * served < list.total ? `${page + 1}:${served}` : undefined;
}

/** For lists of one page, which never say where they continue. */
export function refusePosition(request: PageRequest): void {
  if (request.position !== undefined) throw badPosition();
}

function badPosition(): InboxError {
  return new InboxError('The cursor holds a page that this provider cannot have given', {
    code: 'invalid-request',
    blame: 'caller',
    hint: 'Pass back a nextCursor unchanged, to the same connection and the same `firstPage` option.',
  });
}
