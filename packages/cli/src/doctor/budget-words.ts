import type { BudgetSnapshot } from '@anyinbox/core';

const periods: Readonly<Record<number, string>> = { 1000: 'a second', 60000: 'a minute', 3600000: 'an hour' };

/** `179 of 180 requests a minute left`; undefined where no limit is known. */
export function budgetWords(budget: BudgetSnapshot | undefined): string | undefined {
  if (budget === undefined) return undefined;
  const { remaining, limit, perMs, blockedForMs } = budget;
  const left = `${remaining} of ${limit} requests ${periods[perMs] ?? `in ${perMs / 1000} s`} left`;
  return blockedForMs === 0 ? left : `${left}, blocked for ${Math.ceil(blockedForMs / 1000)} s`;
}
