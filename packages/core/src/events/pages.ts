import type { Page } from '../model/index.ts';

/** The pages of a list one after the other, none before it is wanted: iterating a listing would fetch the next one meanwhile, and requests are scarce. */
export async function* pagesOf<T>(
  read: (cursor: string | undefined) => PromiseLike<Page<T>>,
): AsyncGenerator<Page<T>, void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    yield page;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
