import { openTenants } from '../config/open-tenants.ts';
import { ConfigurationError, describeProblem, type Problem } from '../config/problem.ts';
import type { Configuration } from '../config/read-configuration.ts';
import { inParallel } from '../in-parallel.ts';
import { checkConnection } from './check-connection.ts';
import type { ConnectionPlace, Diagnosis } from './diagnosis.ts';

/** One request is enough to know; nobody waits for a minute to hear that a host is away. */
const defaults = { maxAttempts: 1, timeoutMs: 15_000, deadlineMs: 20_000 };

/** Tenants at once. Their connections are looked at one after the other. */
const atOnce = 8;

/** Looks at every connection of these tenants, in the order of the file. */
export async function diagnose(
  configuration: Configuration,
  tenantIds: readonly string[],
  signal: AbortSignal,
): Promise<Diagnosis[]> {
  const tenants = openTenants(configuration, defaults);
  const diagnoseTenant = async (tenant: string): Promise<Diagnosis[]> => {
    const written = connectionsOf(configuration.get(tenant)?.value);
    const places = written.map((connection, index) => placeOf(tenant, index, connection));
    try {
      const inbox = await tenants.inbox(tenant);
      const checks = inbox.connections.map(({ id }, index) => ({
        inbox: inbox.connection(id),
        place: places[index] ?? { tenant, index },
        hasBaseUrl: hasBaseUrl(written[index]),
        signal,
      }));
      return await inParallel(checks, 1, checkConnection);
    } catch (error) {
      if (error instanceof ConfigurationError) return wrongTenant(tenant, places, error.problems);
      throw error;
    }
  };
  try {
    return (await inParallel(tenantIds, atOnce, diagnoseTenant)).flat();
  } finally {
    await tenants.close();
  }
}

/** Each connection with what is wrong with it, and first what is wrong with none of them. */
function wrongTenant(tenant: string, places: readonly ConnectionPlace[], problems: readonly Problem[]): Diagnosis[] {
  const own = places.map((_, index) => problems.filter(({ path }) => isBelow(path, tenant, index)));
  const common = problems.filter((problem) => !own.flat().includes(problem));
  const each = places.map((place, index): Diagnosis => {
    const wrong = own[index] ?? [];
    if (wrong.length > 0) return wrongConfiguration(place, wrong);
    return { ...place, state: 'skipped', message: `not reached: put the rest of the tenant ${tenant} right first` };
  });
  return common.length === 0 ? each : [wrongConfiguration({ tenant }, common), ...each];
}

function wrongConfiguration(place: ConnectionPlace, problems: readonly Problem[]): Diagnosis {
  const message = `wrong configuration: ${problems.map(describeProblem).join('; ')}`;
  return { ...place, state: 'wrong-configuration', problems, message };
}

function isBelow(path: string, tenant: string, index: number): boolean {
  const place = `tenants.${tenant}.connections.${index}`;
  return path === place || path.startsWith(`${place}.`);
}

function connectionsOf(value: unknown): readonly unknown[] {
  const connections = field(value, 'connections');
  return Array.isArray(connections) ? connections : [];
}

function placeOf(tenant: string, index: number, connection: unknown): ConnectionPlace {
  const [id, provider] = [field(connection, 'id'), field(connection, 'provider')];
  return {
    tenant,
    index,
    ...(typeof id === 'string' && { connection: id }),
    ...(typeof provider === 'string' && { provider }),
  };
}

function hasBaseUrl(connection: unknown): boolean {
  return field(field(connection, 'options'), 'baseUrl') !== undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
