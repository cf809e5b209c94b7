import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { type Environment, type Filled, fillVariables } from './fill-variables.ts';
import { findMistake } from './find-mistake.ts';
import { ConfigurationError } from './problem.ts';

/** Of each tenant what stands in the file, with its variables filled in. Not checked: that is core's. */
export type Configuration = ReadonlyMap<string, Filled>;

const file = z.strictObject(
  {
    $schema: z.string({ error: 'must be a string' }).optional(),
    tenants: z
      .custom<object>(isObject, 'must be an object of tenants')
      .refine((tenants) => Object.keys(tenants).length > 0, 'must hold a tenant')
      .refine((tenants) => !Object.hasOwn(tenants, ''), 'must not hold a tenant without a name'),
  },
  { error: 'must hold an object' },
);

/** Throws `ConfigurationError` when the file cannot be read, or is none of tenants. */
export async function readConfiguration(path: string, environment: Environment): Promise<Configuration> {
  return parseConfiguration(await read(path), environment, path);
}

/** `name` is what problems with the text as a whole are told of. */
export function parseConfiguration(text: string, environment: Environment, name: string): Configuration {
  const value = parseJson(text.replace(/^\ufeff/, ''), name);
  const { error } = file.safeParse(value);
  if (error) throw new ConfigurationError(error.issues.flatMap((issue) => problemsOf(issue, name)));
  return new Map(
    Object.entries((value as { tenants: object }).tenants).map(([tenantId, tenant]) => [
      tenantId,
      fillVariables(tenant, environment, `tenants.${tenantId}`),
    ]),
  );
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code ?? 'unknown reason'})`;
    throw new ConfigurationError([{ path: '', message: `${path}: ${reason}` }]);
  }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = findMistake(text);
    throw new ConfigurationError([{ path: '', message: `${name}:${line}:${column}: is not JSON from here on` }]);
  }
}

function problemsOf(issue: z.core.$ZodIssue, name: string) {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: key, message: 'is not known' }));
  const path = issue.path.map(String).join('.');
  return [{ path, message: path === '' ? `${name}: ${issue.message}` : issue.message }];
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
