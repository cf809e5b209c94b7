import { providerName } from '../config/known-providers.ts';
import type { Accounts } from './accounts.ts';

/** What it took. */
export function summaryLines(accounts: Accounts, milliseconds: number): string[] {
  const { acmeSmartsender, acmeSendyiq, globexSendyiq } = accounts;
  const counts = [
    `${providerName('smartsender')} ${acmeSmartsender.requests.length}`,
    `${providerName('sendyiq-chat')} ${acmeSendyiq.requests.length + globexSendyiq.requests.length}`,
  ];
  return ['', `HTTP requests: ${counts.join(', ')}. Total time: ${(milliseconds / 1000).toFixed(1)} s.`];
}
