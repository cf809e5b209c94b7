import * as z from 'zod';
import { issuesOf } from './issues.ts';
import { findProvider, knownProviders } from './known-providers.ts';

const name = z.string({ error: 'must be a string' }).min(1, 'must not be empty');
const object = z.record(z.string(), z.unknown(), { error: 'must be an object' });

const provider = name.refine(
  (id) => findProvider(id) !== undefined,
  `is not known; there are ${knownProviders.map(({ id }) => id).join(', ')}`,
);

const connection = z
  .strictObject({ id: name, provider, credentials: object, options: object.optional() }, { error: 'must be an object' })
  .superRefine(({ provider: id, credentials, options = {} }, context) => {
    const result = findProvider(id)?.config.safeParse({ credentials, options });
    for (const { path, message } of issuesOf(result?.error?.issues ?? []))
      context.addIssue({ code: 'custom', path: [...path], message });
  });

const tenant = z.strictObject(
  { connections: z.array(connection, { error: 'must be a list' }).length(1, 'must hold exactly one connection') },
  { error: 'must be an object' },
);

/** The configuration of every tenant, as it stands in JSON. */
export const configuration = z.strictObject(
  { tenants: z.record(name, tenant, { error: 'must be an object of tenants' }) },
  { error: 'must be an object' },
);

export type Configuration = z.infer<typeof configuration>;
export type ConnectionConfiguration = z.infer<typeof connection>;
