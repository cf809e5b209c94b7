import { printMatrix } from '../capabilities/print-matrix.ts';
import { connectionDiff } from '../config/connection-diff.ts';
import { knownProviders } from '../config/known-providers.ts';
import { connectionOf } from '../config/open-inbox.ts';
import { parseConfiguration } from '../config/parse-configuration.ts';
import type { Output } from '../output/output.ts';
import type { Accounts } from './accounts.ts';
import { createBriefView } from './brief-view.ts';
import { configurationAfter, configurationBefore } from './configuration.ts';
import { step } from './step.ts';
import { createView } from './view.ts';
import { workTenant } from './work-tenant.ts';

export interface Play {
  readonly output: Output;
  readonly accounts: Accounts;
  readonly signal: AbortSignal;
}

/** The demo itself: five tenants, then one of them at another vendor, then what each provider can do. */
export async function play({ output, accounts, signal }: Play): Promise<void> {
  const view = createView(output, Date.now);
  const brief = createBriefView(output, Date.now);
  const before = await step('read the configuration', () => parseConfiguration(configurationBefore(accounts)));
  output.line('One function works in the inboxes of five tenants. Which vendor answers is a');
  output.line('matter of configuration. The vendors are emulated on this machine.');
  await workTenant({ configuration: before, tenantId: 'acme' }, { view, signal });
  await workTenant({ configuration: before, tenantId: 'globex' }, { view, signal });
  await workTenant({ configuration: before, tenantId: 'initech' }, { view: brief, signal });
  await workTenant({ configuration: before, tenantId: 'umbrella' }, { view: brief, signal });
  const visitorId = accounts.hooliBrevo.state.conversations[0]?.visitor.id;
  await workTenant({ configuration: before, tenantId: 'hooli', knownNativeId: visitorId }, { view: brief, signal });

  const after = await step('swap the vendor of acme', () => parseConfiguration(configurationAfter(accounts)));
  view.heading('acme moves to another vendor: the configuration changes, the code does not');
  view.diff(connectionDiff(connectionOf(before, 'acme'), connectionOf(after, 'acme')));
  await workTenant({ configuration: after, tenantId: 'acme' }, { view, signal });

  view.heading('What each provider declares, and is held to');
  printMatrix(output, knownProviders);
}
