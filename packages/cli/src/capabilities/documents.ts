import type { AnyProvider } from '@anyinbox/core';
import { capabilityPage } from './markdown/page.ts';
import { withCapabilities } from './markdown/readme-block.ts';

export const capabilityDocuments = { page: 'docs/capabilities.md', readme: 'README.md' } as const;

/** The files of this repository that show what the providers declare, as they should be. `readme` is what the README is now. */
export function renderDocuments(providers: readonly AnyProvider[], readme: string): ReadonlyMap<string, string> {
  const { page, readme: readmePath } = capabilityDocuments;
  const notice = '<!-- Generated from the declarations by `pnpm docs:capabilities`. Do not edit. -->';
  return new Map([
    [page, `${notice}\n\n${capabilityPage(providers)}\n`],
    [readmePath, withCapabilities(readme, providers, page)],
  ]);
}
