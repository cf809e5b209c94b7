// Writes the JSON schema of the configuration file. Run by `pnpm docs:schema`, which builds first.
import { writeFileSync } from 'node:fs';
import { schemaDocument, tenantsSchema } from '../dist/config/json-schema/tenants-schema.js';
import { knownProviders } from '../dist/config/known-providers.js';

const path = new URL(`../../../${schemaDocument}`, import.meta.url);
writeFileSync(path, `${JSON.stringify(tenantsSchema(knownProviders), null, 2)}\n`);
