/** Ids that would be more than an id, if they stood in a path as they are. */
export const hostileIds: readonly string[] = [
  '',
  '.',
  '..',
  '../..',
  '../agents',
  'a/b',
  'a\\b',
  '/',
  '\u0000',
  'a\nb',
  '\u007f',
  '\ud800',
  '..%2f..',
  'x'.repeat(5000),
];
