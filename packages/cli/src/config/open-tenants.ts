import { type ConnectionOptions, createTenants, InboxError, type TenantConfig, type TenantInbox } from '@anyinbox/core';
import { knownProviders } from './known-providers.ts';
import { ConfigurationError, type Problem } from './problem.ts';
import type { Configuration } from './read-configuration.ts';

export interface OpenTenants {
  /** Throws `ConfigurationError` with everything that is wrong with this tenant, and with no other. */
  inbox(tenantId: string): Promise<TenantInbox>;
  close(): Promise<void>;
}

type Defaults = Omit<ConnectionOptions, 'connectionId' | 'normalize'>;

/** The tenants of a file, checked by core one by one. */
export function openTenants(configuration: Configuration, defaults: Defaults = {}): OpenTenants {
  const tenants = createTenants({
    providers: knownProviders,
    resolve: (tenantId) => configuration.get(tenantId)?.value as TenantConfig | undefined,
    defaults,
  });
  return {
    async inbox(tenantId) {
      const filled = configuration.get(tenantId);
      if (filled === undefined) throw new ConfigurationError([unknown(configuration)]);
      if (filled.value === null) throw new ConfigurationError([notAnObject(tenantId)]);
      const missing = filled.problems;
      try {
        const inbox = await tenants.inbox(tenantId);
        if (missing.length === 0) return inbox;
      } catch (error) {
        if (!InboxError.isInstance(error) || error.code !== 'invalid-config') throw error;
        const others = problemsOf(error, tenantId).filter(({ path }) => missing.every((one) => one.path !== path));
        throw new ConfigurationError([...missing, ...others]);
      }
      throw new ConfigurationError(missing);
    },
    close: () => tenants.close(),
  };
}

/** Core tells the problems of a tenant in one message, each after its path. */
function problemsOf({ message }: InboxError, tenantId: string): Problem[] {
  const [, list = message] = /^The configuration of this tenant is wrong\. (.*)$/s.exec(message) ?? [];
  return list.split(/; (?=[^\s;:]+: )/).map((text) => {
    const [, path = '', what = text] = /^([^\s:]*): (.*)$/s.exec(text) ?? [];
    return { path: ['tenants', tenantId, path].filter((step) => step !== '').join('.'), message: what };
  });
}

function unknown(configuration: Configuration): Problem {
  return {
    path: '',
    message: `There is no tenant of this name in the file. It has ${[...configuration.keys()].join(', ')}.`,
  };
}

function notAnObject(tenantId: string): Problem {
  return { path: `tenants.${tenantId}`, message: 'must be an object' };
}
