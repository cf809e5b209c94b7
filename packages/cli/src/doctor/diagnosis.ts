import type { BudgetSnapshot, InboxError, Operation } from '@anyinbox/core';
import type { Problem } from '../config/problem.ts';

/** Where a connection stands in the file. */
export interface ConnectionPlace {
  readonly tenant: string;
  /** In the tenant's list; absent when it is about the tenant as a whole. */
  readonly index?: number;
  readonly connection?: string | undefined;
  readonly provider?: string | undefined;
}

/** What is known of one connection after it was looked at. */
export interface Diagnosis extends ConnectionPlace {
  /**
   * `unchecked`: nothing wrong was found, and only a write would tell whether the vendor takes the credentials. `skipped`: the tenant has to be put
   * right first.
   */
  readonly state: 'ok' | 'unchecked' | 'skipped' | 'wrong-configuration' | 'failed';
  /** One sentence: what it is, and what to do about it. */
  readonly message: string;
  readonly problems?: readonly Problem[];
  readonly error?: InboxError;
  /** The one read that was made. */
  readonly probe?: Operation;
  readonly durationMs?: number;
  /** Absent where the vendor documents no limit. */
  readonly budget?: BudgetSnapshot | undefined;
  /** Milliseconds by which this machine's clock is ahead of the vendor's, to a second; null when no answer told the time. */
  readonly clockSkewMs?: number | null;
  /** Operations that the connection does not have. */
  readonly missing?: readonly Operation[];
}

export function isGood({ state }: Diagnosis): boolean {
  return state === 'ok' || state === 'unchecked';
}
