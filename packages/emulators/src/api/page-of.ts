/** One page of a list, with pages counted from 1. An empty list has one empty page. */
export function pageOf<T>(items: readonly T[], page: number, size: number): { items: T[]; pages: number } {
  return {
    items: items.slice((page - 1) * size, page * size),
    pages: Math.max(1, Math.ceil(items.length / size)),
  };
}
