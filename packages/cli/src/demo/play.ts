import { createTenants, type TenantConfig } from '@anyinbox/core';
import { printMatrix } from '../capabilities/print-matrix.ts';
import { connectionDiff, type WrittenConnection } from '../config/connection-diff.ts';
import { knownProviders } from '../config/known-providers.ts';
import type { Output } from '../output/output.ts';
import type { Accounts } from './accounts.ts';
import { createBriefView } from './brief-view.ts';
import { configurationAfter, configurationBefore, type DemoConfiguration } from './configuration.ts';
import { createView } from './view.ts';
import { workTenant } from './work-tenant.ts';

export interface Play {
  readonly output: Output;
  readonly accounts: Accounts;
  readonly signal: AbortSignal;
}

/** The demo itself: six tenants, one of them with two vendors, then one at another vendor, then what each provider can do. */
export async function play({ output, accounts, signal }: Play): Promise<void> {
  const view = createView(output, Date.now);
  const brief = createBriefView(output, Date.now);
  const before = configurationBefore(accounts);
  let configuration = before;
  const tenants = createTenants({
    providers: knownProviders,
    resolve: (tenantId) => configuration.tenants[tenantId] as TenantConfig | undefined,
  });
  try {
    output.line('One function works in the inboxes of six tenants. Which vendor answers is a');
    output.line('matter of configuration. The vendors are emulated on this machine.');
    await workTenant({ tenants, tenantId: 'acme' }, { view, signal });
    await workTenant({ tenants, tenantId: 'globex' }, { view, signal });
    await workTenant({ tenants, tenantId: 'stark' }, { view, signal });
    await workTenant({ tenants, tenantId: 'initech' }, { view: brief, signal });
    await workTenant({ tenants, tenantId: 'umbrella' }, { view: brief, signal });
    const knownNativeId = accounts.hooliBrevo.state.conversations[0]?.visitor.id;
    await workTenant({ tenants, tenantId: 'hooli', knownNativeId }, { view: brief, signal });

    configuration = configurationAfter(accounts);
    tenants.invalidate('acme');
    view.heading('acme moves to another vendor: the configuration changes, the code does not');
    view.diff(connectionDiff(connectionOf(before, 'acme'), connectionOf(configuration, 'acme')));
    await workTenant({ tenants, tenantId: 'acme' }, { view, signal });
  } finally {
    await tenants.close();
  }

  view.heading('What each provider declares, and is held to');
  printMatrix(output, knownProviders);
}

function connectionOf({ tenants }: DemoConfiguration, tenantId: string): WrittenConnection {
  const [connection] = tenants[tenantId]?.connections ?? [];
  if (connection === undefined) throw new Error(`The demo configures no connection of ${tenantId}`);
  return connection;
}
