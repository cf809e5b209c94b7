import { listOf } from '@anyinbox/core/provider';
import * as z from 'zod';
import { largestPage } from './paging.ts';
import { cursorSchema } from './schemas.ts';

/** vendors/smartsender.md §Pagination, under the vendor's names. */
export const pageInput = { page: z.int().min(1).optional(), limitation: z.int().min(1).max(largestPage).optional() };

/** `{ cursor: { page, pages }, collection }`. An item that is none at all is left out, so that it does not bar the way to the others. */
export function listOfSchema<S extends z.ZodType>(item: S) {
  return z.looseObject({ cursor: cursorSchema, collection: listOf(item) });
}
