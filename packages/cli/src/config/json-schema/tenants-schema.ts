import type { AnyProvider } from '@anyinbox/core';
import { connectionOptions } from './connection-options.ts';
import { type JsonSchema, providerConfig } from './provider-config.ts';

/** Where it lies in this repository. */
export const schemaDocument = 'packages/cli/schema/tenants.schema.json';

/** The file of the tenants as a JSON schema, of the draft that editors know best. It helps to write; what is right is decided by core. */
export function tenantsSchema(providers: readonly AnyProvider[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The tenants of anyinbox',
    $comment: 'Generated from the providers by `pnpm docs:schema`. Do not edit.',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'Where this schema is, for editors.' },
      tenants: {
        type: 'object',
        description: 'By the id that the app calls each of them.',
        minProperties: 1,
        propertyNames: { minLength: 1 },
        additionalProperties: { $ref: '#/definitions/tenant' },
      },
    },
    required: ['tenants'],
    additionalProperties: false,
    definitions: {
      tenant: {
        type: 'object',
        properties: {
          connections: {
            description: 'Its accounts, whose inboxes are merged to one.',
            type: 'array',
            minItems: 1,
            items: { $ref: '#/definitions/connection' },
          },
        },
        required: ['connections'],
        additionalProperties: false,
      },
      connection: connection(providers),
      ...Object.fromEntries(providers.map((provider) => [provider.id, providerConnection(provider)])),
    },
  };
}

/** By its provider, so that an editor says what is wrong with that one, and not with all of them. */
function connection(providers: readonly AnyProvider[]): JsonSchema {
  return {
    type: 'object',
    properties: { provider: { description: 'Which vendor.', enum: providers.map(({ id }) => id) } },
    required: ['id', 'provider', 'credentials'],
    allOf: providers.map(({ id }) => ({
      if: { properties: { provider: { const: id } }, required: ['provider'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON schema
      then: { $ref: `#/definitions/${id}` },
    })),
  };
}

function providerConnection({ id, name, config }: AnyProvider): JsonSchema {
  const { properties, required } = providerConfig(config);
  return {
    title: name,
    type: 'object',
    properties: {
      id: {
        type: 'string',
        minLength: 1,
        maxLength: 200,
        description: 'Stands in every id of this connection. Unique within the tenant; keep it.',
      },
      provider: { const: id },
      ...properties,
      ...connectionOptions,
    },
    required: ['id', 'provider', ...required],
    additionalProperties: false,
  };
}
