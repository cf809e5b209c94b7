import { createTenants, type TenantConfig } from '@anyinbox/core';
import { printMatrix } from '../capabilities/print-matrix.ts';
import { connectionDiff, type WrittenConnection } from '../config/connection-diff.ts';
import { knownProviders } from '../config/known-providers.ts';
import type { Output } from '../output/output.ts';
import type { Accounts } from './accounts.ts';
import { createBriefView } from './brief-view.ts';
import { configurationAfter, configurationBefore, type DemoConfiguration } from './configuration.ts';
import { listenForWebhooks } from './listen.ts';
import { step } from './step.ts';
import { openTemporaryStore } from './temporary-store.ts';
import { createView } from './view.ts';
import { writeToBlinger, writeToBrevo } from './webhook-scene.ts';
import { workTenant } from './work-tenant.ts';

export interface Play {
  readonly output: Output;
  readonly accounts: Accounts;
  readonly signal: AbortSignal;
}

/** The demo itself: six tenants, one of them with two vendors, then one at another vendor, then what each provider can do. */
export async function play({ output, accounts, signal }: Play): Promise<void> {
  await using kept = await step('open the store', openTemporaryStore);
  const view = createView(output, Date.now);
  const brief = createBriefView(output, Date.now);
  const before = configurationBefore(accounts);
  let configuration = before;
  const tenants = createTenants({
    providers: knownProviders,
    resolve: (tenantId) => configuration.tenants[tenantId] as TenantConfig | undefined,
    store: kept.store,
  });
  const receiver = await listenForWebhooks(tenants);
  try {
    output.line('One function works in the inboxes of six tenants. Which vendor answers is a');
    output.line('matter of configuration. The vendors are emulated on this machine.');
    await workTenant({ tenants, tenantId: 'acme' }, { view, signal });
    await workTenant({ tenants, tenantId: 'globex' }, { view, signal });
    await workTenant({ tenants, tenantId: 'stark' }, { view, signal });
    await workTenant({ tenants, tenantId: 'initech' }, { view: brief, signal });
    const fromBlinger = await step('take the webhooks of Blinger', () =>
      writeToBlinger(accounts.umbrellaBlinger, receiver),
    );
    const fromBrevo = await step('take the webhooks of Brevo', () => writeToBrevo(accounts.hooliBrevo, receiver));
    view.heading('webhooks fill what vendors do not show');
    view.news(`Customers wrote: ${fromBlinger} webhooks of Blinger and ${fromBrevo} of Brevo came over HTTP.`);
    view.news('Brevo lists no conversations, Blinger no history: a PGlite folder keeps them.');
    await workTenant({ tenants, tenantId: 'umbrella' }, { view, signal });
    await workTenant({ tenants, tenantId: 'hooli' }, { view, signal });

    configuration = configurationAfter(accounts);
    tenants.invalidate('acme');
    view.heading('acme moves to another vendor: the configuration changes, the code does not');
    view.diff(connectionDiff(connectionOf(before, 'acme'), connectionOf(configuration, 'acme')));
    await workTenant({ tenants, tenantId: 'acme' }, { view, signal });
  } finally {
    await receiver.close();
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
