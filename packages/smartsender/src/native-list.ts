import * as z from 'zod';
import { largestPage } from './paging.ts';
import { cursorSchema } from './schemas.ts';

/** vendors/smartsender.md §Pagination, under the vendor's names. */
export const pageInput = { page: z.int().min(1).optional(), limitation: z.int().min(1).max(largestPage).optional() };

/** `{ cursor: { page, pages }, collection }`. */
export function listOfSchema<S extends z.ZodType>(item: S) {
  return z.looseObject({ cursor: cursorSchema, collection: z.array(item) });
}
