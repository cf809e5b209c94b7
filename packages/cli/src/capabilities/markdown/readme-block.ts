import type { AnyProvider } from '@anyinbox/core';
import { legend } from '../code.ts';
import { compactMatrix, providerLinks } from './matrix.ts';

const marker = '<!-- capabilities -->';

/** The README with a current table between its two markers. Throws when they are not there. */
export function withCapabilities(readme: string, providers: readonly AnyProvider[], page: string): string {
  const parts = readme.split(marker);
  if (parts.length !== 3) throw new Error(`The README needs ${marker} twice: before and after the table`);
  const [before, , after] = parts;
  const more = `Limits, notes, and everything that is assumed: [${page}](${page}).`;
  const list = legend.map((line) => `- ${line}`).join('\n');
  const block = [compactMatrix(providers), list, more, providerLinks(providers, page)].join('\n\n');
  return [before, `\n\n${block}\n\n`, after].join(marker);
}
