import type { AnyProvider } from '@anyinbox/core';
import * as z from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A string with a variable of the environment in it, which may stand wherever a string may. */
const variable = { type: 'string', pattern: '\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}' };

/**
 * What is written, not what it becomes: of a transformation the side that goes in. What only code can tell, such as whether a URL is allowed, is left
 * out: the schema refuses nothing that is right.
 */
export function providerConfig(config: AnyProvider['config']): {
  readonly properties: JsonSchema;
  readonly required: readonly string[];
} {
  const { properties = {}, required = [] } = z.toJSONSchema(config, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // Not an empty object in place of what has defaults of its own.
      if (typeof jsonSchema.default === 'object') delete jsonSchema.default;
      if (jsonSchema.type !== 'string' || jsonSchema.enum === undefined) return;
      const { type, enum: values, ...rest } = jsonSchema;
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Record<string, unknown>)[key];
      Object.assign(jsonSchema, { ...rest, anyOf: [{ type, enum: values }, variable] });
    },
  });
  return { properties, required };
}
