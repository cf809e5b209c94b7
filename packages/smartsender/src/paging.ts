import { invalidRequest, type PageRequest } from '@anyinbox/core/provider';

/** vendors/smartsender.md §Pagination: pages count from 1 and have at most 20 items. */
export const largestPage = 20;

export interface VendorPage {
  readonly page: number;
  readonly limitation: number;
}

/**
 * The page to ask for. A position, `<page>:<limitation>`, keeps the size of the first page: with another size the vendor would cut the list
 * elsewhere, and items would be left out or come twice.
 */
export function vendorPage({ position, limit }: PageRequest): VendorPage {
  if (position === undefined) return { page: 1, limitation: Math.min(limit, largestPage) };
  const match = /^([1-9]\d{0,8}):([1-9]|1\d|20)$/.exec(position);
  if (match === null) throw invalidRequest('cursor does not hold a position in a Smartsender list');
  return { page: Number(match[1]), limitation: Number(match[2]) };
}

/** The position after a page, if the vendor has one there. It counts our pages: an answer that names another one cannot send us in circles. */
export function positionAfter({ page, limitation }: VendorPage, pages: number): string | undefined {
  return page < pages ? `${page + 1}:${limitation}` : undefined;
}
