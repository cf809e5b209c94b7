/**
 * What somebody wrote, as one line that a terminal shows and does not obey: escape sequences, line ends and marks that turn the reading
 * direction of what follows are taken out. Customers choose their own names.
 */
export function plain(text: string): string {
  return text
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}
