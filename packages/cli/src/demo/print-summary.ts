import { providerName } from '../config/known-providers.ts';
import type { Output } from '../output/output.ts';
import { printColumns } from '../output/table.ts';
import type { Accounts } from './accounts.ts';

/** What it took. */
export function printSummary(output: Output, accounts: Accounts, milliseconds: number): void {
  const { acmeSmartsender, acmeSendyiq, globexSendyiq, initechSendyiq, umbrellaBlinger, hooliBrevo } = accounts;
  const { starkSmartsender, starkSendyiq } = accounts;
  const counts = [
    [providerName('smartsender'), acmeSmartsender, starkSmartsender],
    [providerName('sendyiq-chat'), acmeSendyiq, globexSendyiq, starkSendyiq],
    [providerName('sendyiq-social'), initechSendyiq],
    [providerName('blinger'), umbrellaBlinger],
    [providerName('brevo'), hooliBrevo],
  ] as const;
  const requests = counts.map(
    ([name, ...vendors]) => `${name} ${vendors.reduce((sum, { requests }) => sum + requests.length, 0)}`,
  );
  output.line();
  printColumns(
    output,
    [{ width: 13 }, { wrap: true }],
    [
      ['HTTP requests', requests.join(', ')],
      ['Total time', `${(milliseconds / 1000).toFixed(1)} s`],
    ],
  );
}
