import type { AnyProvider, Operation } from '@anyinbox/core';

/** Places in the page, by the names that links to them use. The page sets them itself: they do not depend on how a site makes anchors of headings. */
export const anchors = {
  details: ({ id }: AnyProvider) => `limits-${id}`,
  detail: ({ id }: AnyProvider, operation: Operation) => `${id}.${operation}`,
  assumptions: ({ id }: AnyProvider) => `assumptions-${id}`,
} as const;

export function setAnchors(names: readonly string[]): string {
  return names.map((name) => `<a id="${name}"></a>`).join('');
}
