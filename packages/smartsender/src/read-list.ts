import {
  mapItems,
  type NativePage,
  type Normalize,
  type ReportDrift,
  runOverride,
  unexpectedResponse,
} from '@anyinbox/core/provider';
import * as z from 'zod';
import { positionAfter, type VendorPage } from './paging.ts';
import { cursorSchema } from './schemas.ts';

const listSchema = z.object({ cursor: cursorSchema, collection: z.array(z.unknown()) });

/** How the items of a list are read. */
export interface ListReader<T> {
  readonly entity: string;
  readonly map: (raw: unknown) => T;
  readonly normalize: Normalize;
  readonly reportDrift: ReportDrift;
}

/** A page in the form that every list has (vendors/smartsender.md §Pagination), or in the one that the app's `normalize.list` finds. */
export function readList<T>(
  body: unknown,
  asked: VendorPage,
  { entity, map, normalize, reportDrift }: ListReader<T>,
): NativePage<T> {
  const { items, pages } = overridden(body, asked, normalize) ?? documentedList(body);
  return { ...mapItems(entity, items, map, reportDrift), next: positionAfter(asked, pages) };
}

interface List {
  readonly items: readonly unknown[];
  readonly pages: number;
}

function documentedList(body: unknown): List {
  const result = listSchema.safeParse(body);
  if (!result.success) throw unexpectedResponse('list', result.error.issues[0]?.path ?? []);
  return { items: result.data.collection, pages: result.data.cursor.pages };
}

function overridden(body: unknown, { limitation }: VendorPage, { list }: Normalize): List | undefined {
  const found = list && runOverride('list', () => list(body));
  if (!found) return undefined;
  if (found.total !== undefined) return { items: found.items, pages: Math.ceil(found.total / limitation) };
  const cursor = z.object({ cursor: cursorSchema }).safeParse(body);
  return { items: found.items, pages: cursor.success ? cursor.data.cursor.pages : 0 };
}
