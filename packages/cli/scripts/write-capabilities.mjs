// Writes docs/capabilities.md and the table in the README. Run by `pnpm docs:capabilities`, which builds first.
import { readFileSync, writeFileSync } from 'node:fs';
import { capabilityDocuments, renderDocuments } from '../dist/capabilities/documents.js';
import { knownProviders } from '../dist/config/known-providers.js';

const path = (document) => new URL(`../../../${document}`, import.meta.url);
const readme = readFileSync(path(capabilityDocuments.readme), 'utf8');
for (const [document, text] of renderDocuments(knownProviders, readme)) writeFileSync(path(document), text);
