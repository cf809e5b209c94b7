import { Fault } from './fault.ts';

/** One page by token (`FACTS.md` §2). The token names the row before it, so that rows which arrive meanwhile move nothing. */
export function pageOf<Row extends { readonly key: string }>(
  rows: readonly Row[],
  query: URLSearchParams,
): { readonly rows: readonly Row[]; readonly more: string | null } {
  const size = Number(query.get('size') ?? 25);
  if (!Number.isInteger(size) || size < 1 || size > 50) throw new Fault(400, 'BAD_SIZE');
  const start = startOf(rows, query.get('after'));
  const page = rows.slice(start, start + size);
  const last = page.at(-1);
  return { rows: page, more: last && start + size < rows.length ? tokenOf(last) : null };
}

function startOf(rows: readonly { readonly key: string }[], after: string | null): number {
  if (after === null) return 0;
  const index = rows.findIndex((row) => tokenOf(row) === after);
  if (index < 0) throw new Fault(400, 'BAD_TOKEN');
  return index + 1;
}

const tokenOf = ({ key }: { readonly key: string }) => Buffer.from(`after ${key}`).toString('base64url');
