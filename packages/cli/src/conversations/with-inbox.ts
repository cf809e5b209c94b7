import { InboxError, type TenantInbox } from '@anyinbox/core';
import type { CommandContext } from '../command-context.ts';
import { type OpenTenants, openTenants } from '../config/open-tenants.ts';
import { ConfigurationError } from '../config/problem.ts';
import { type Configuration, readConfiguration } from '../config/read-configuration.ts';
import { exitCodes } from '../exit-codes.ts';
import { printJson } from '../output/json.ts';
import { problemLines } from '../output/problem-lines.ts';
import { printError } from './print-error.ts';

export interface InboxOptions {
  readonly config: string;
  readonly tenant?: string;
  readonly json?: true;
}

/** Does the work in a tenant's inbox and resolves with the exit code. What is thrown is told, and nothing is left open. */
export async function withInbox(
  { config, tenant, json }: InboxOptions,
  { output, errors, environment, signal }: CommandContext,
  work: (inbox: TenantInbox) => Promise<number>,
): Promise<number> {
  let tenants: OpenTenants | undefined;
  try {
    const configuration = await readConfiguration(config, environment);
    tenants = openTenants(configuration);
    return await work(await tenants.inbox(tenant ?? onlyTenant(configuration)));
  } catch (error) {
    if (signal.aborted) {
      errors.line('Interrupted.');
      return exitCodes.interrupted;
    }
    if (error instanceof ConfigurationError) {
      if (json) printJson(output, { problems: error.problems });
      else for (const line of problemLines(error.problems)) errors.line(errors.paint.red(line));
      return exitCodes.failed;
    }
    if (!InboxError.isInstance(error)) throw error;
    if (json) printJson(output, { error });
    else printError(errors, error);
    return exitCodes.failed;
  } finally {
    await tenants?.close();
  }
}

function onlyTenant(configuration: Configuration): string {
  const [only, ...others] = configuration.keys();
  if (only !== undefined && others.length === 0) return only;
  const message = `Say which tenant: --tenant ${[...configuration.keys()].join(', --tenant ')}`;
  throw new ConfigurationError([{ path: '', message }]);
}
