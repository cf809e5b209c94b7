import {
  type Call,
  type ConnectContext,
  mapItems,
  type NativePage,
  type Normalize,
  type PageRequest,
  runOverride,
  unexpectedResponse,
  type VendorRequest,
} from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Config } from './config.ts';

/** `FACTS.md` §2. */
const largestPage = 50;
const page = z.object({ rows: z.array(z.unknown()), more: z.string().min(1).nullable() });

export interface List<T> extends Pick<VendorRequest<unknown>, 'path' | 'params' | 'query'> {
  /** What its rows are, for whoever reads the reports of drift. */
  readonly entity: string;
  readonly map: (raw: unknown) => T;
}

/** One page of any of the vendor's lists. Its token is our position, as it is. */
export async function readPage<T>(
  { normalize, reportDrift }: ConnectContext<Config>,
  { entity, map, ...list }: List<T>,
  { position, limit }: PageRequest,
  call: Call,
): Promise<NativePage<T>> {
  const query = { ...list.query, size: Math.min(limit, largestPage), after: position };
  const body = await call.request({ ...list, query, method: 'GET', effect: 'read', response: z.unknown() });
  const { rows, more } = overridden(body, normalize) ?? documentedPage(body);
  return { ...mapItems(entity, rows, map, reportDrift), ...(more !== null && { next: more }) };
}

function documentedPage(body: unknown): z.output<typeof page> {
  const { data, error } = page.safeParse(body);
  if (!data) throw unexpectedResponse('list', error.issues[0]?.path ?? []);
  return data;
}

/** The rows where the app says they are. The token is looked for where it always was: without it the list would begin again. */
function overridden(body: unknown, { list }: Normalize): z.output<typeof page> | undefined {
  const found = list && runOverride('list', () => list(body));
  if (!found) return undefined;
  const { data } = page.pick({ more: true }).safeParse(body);
  return { rows: [...found.items], more: data?.more ?? null };
}
