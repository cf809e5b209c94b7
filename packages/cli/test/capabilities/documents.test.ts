import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { capabilityDocuments, renderDocuments } from '../../src/capabilities/documents.ts';
import { knownProviders } from '../../src/config/known-providers.ts';

const workspace = new URL('../../../../', import.meta.url);

test.for(Object.values(capabilityDocuments))('%s shows what the providers declare today', (document) => {
  const expected = renderDocuments(knownProviders, read(capabilityDocuments.readme)).get(document);
  expect(
    read(document) === expected,
    `${document} is not what the providers declare: run \`pnpm docs:capabilities\` and commit what it writes`,
  ).toBe(true);
});

function read(document: string): string {
  const file = new URL(document, workspace);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
