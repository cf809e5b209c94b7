import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { schemaDocument, tenantsSchema } from '../../src/config/json-schema/tenants-schema.ts';
import { knownProviders } from '../../src/config/known-providers.ts';
import { openTenants } from '../../src/config/open-tenants.ts';
import { parseConfiguration } from '../../src/config/read-configuration.ts';
import { variable } from '../support/run-cli.ts';

const schema = tenantsSchema(knownProviders);
const definitions = schema['definitions'] as Readonly<Record<string, z.core.JSONSchema.JSONSchema>>;
const file = new URL(`../../../../${schemaDocument}`, import.meta.url);

test('the published schema is that of the providers of today', () => {
  const published = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  expect(
    JSON.stringify(published) === JSON.stringify(schema),
    `${schemaDocument} is not what the providers take: run \`pnpm docs:schema\` and commit what it writes`,
  ).toBe(true);
});

test('the package holds it', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(manifest.files).toContain('schema');
});

test('a connection is looked at as its provider says', () => {
  const ids = knownProviders.map(({ id }) => id);
  expect(definitions['connection']).toMatchObject({
    properties: { provider: { enum: ids } },
    allOf: ids.map((id) => ({
      if: { properties: { provider: { const: id } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON schema
      then: { $ref: `#/definitions/${id}` },
    })),
  });
});

const right: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'sendyiq-chat': { credentials: { apiKey: 'id.key' }, options: { environment: 'staging', firstPage: 0 } },
  'sendyiq-social': { credentials: { apiKey: 'id.key' }, options: { statusValues: { open: 'Active' } } },
  smartsender: { credentials: { token: 't' }, options: { timeZone: 'Europe/Kyiv', activities: false } },
  brevo: { credentials: { apiKey: 'k' }, options: { plan: 'advanced', agent: { email: 'a@example.com', name: 'A' } } },
  blinger: {
    credentials: { token: 't' },
    options: { encoding: 'form', baseUrl: 'https://example.com', operatorId: 7 },
  },
};

test('there is an example of every provider', () => {
  expect(Object.keys(right)).toEqual(knownProviders.map(({ id }) => id));
});

describe.each(Object.entries(right))('%s', (provider, settings) => {
  const valid = (connection: unknown) =>
    z.fromJSONSchema(definitions[provider] as z.core.JSONSchema.JSONSchema).safeParse(connection).success;
  const connection = { id: 'one', provider, ...settings };

  test('what core takes is valid', async () => {
    const http = { timeoutMs: 1, deadlineMs: 1.5, maxAttempts: 20, maxBodyBytes: 1, maxConcurrent: 1, maxWaiting: 0 };
    const { credentials } = settings;
    for (const one of [connection, { id: 'one', provider, credentials }, { ...connection, ...http }]) {
      expect(valid(one)).toBe(true);
      await expect(isTaken(one)).resolves.toBe(true);
    }
  });

  test('a field of nobody, a missing one and one of another kind are not', async () => {
    const wrong = [
      { ...connection, more: 1 },
      { ...connection, webhook: { secrets: [] } },
      { ...connection, options: { more: 1 } },
      { ...connection, id: '' },
      { ...connection, maxAttempts: 0 },
      { ...connection, maxAttempts: 21 },
      { ...connection, maxWaiting: 0.5 },
      { ...connection, timeoutMs: 0 },
      { ...connection, timeoutMs: 2_147_483_648 },
      { id: 'one', provider },
    ];
    for (const one of wrong) {
      expect([one, valid(one)]).toEqual([one, false]);
      await expect(isTaken(one)).resolves.toBe(false);
    }
  });

  test('a variable may stand wherever a string may', () => {
    const replaced = (value: unknown): unknown =>
      typeof value === 'string'
        ? variable('NAME')
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replaced(part)]))
          : value;
    expect(valid({ id: variable('ID'), provider, ...(replaced(settings) as object) })).toBe(true);
  });

  test('whatever core takes, the schema takes', async () => {
    const { properties = {} } = (definitions[provider]?.properties?.['options'] ?? {}) as z.core.JSONSchema.JSONSchema;
    const values = fc.constantFrom<unknown>(
      'json',
      'form',
      'pairs',
      'general',
      'staging',
      'https://a.example',
      0,
      1,
      true,
    );
    const options = fc.dictionary(fc.constantFrom(...Object.keys(properties)), values, { maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(options, async (given) => {
        const one = { ...connection, options: given };
        if (await isTaken(one)) expect(valid(one)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

async function isTaken(connection: unknown): Promise<boolean> {
  const text = JSON.stringify({ $schema: 'x', tenants: { acme: { connections: [connection] } } });
  const tenants = openTenants(parseConfiguration(text, {}, 'tenants.json'));
  onTestFinished(() => tenants.close());
  return tenants.inbox('acme').then(
    () => true,
    () => false,
  );
}
