import type { CapabilityLimits, Operation } from '@anyinbox/core';
import { calls } from './calls.ts';
import type { ProviderTarget, RunningVendor, Subject } from './target.ts';

/** Whether the provider says that it can do this. */
export function isDeclared({ provider }: Pick<ProviderTarget, 'provider'>, operation: Operation): boolean {
  return provider.capabilities[operation].level !== 'none';
}

/** What it says of its limits; none when it cannot do it. */
export function limitsOf({ provider }: Pick<ProviderTarget, 'provider'>, operation: Operation): CapabilityLimits {
  const capability = provider.capabilities[operation];
  return (capability.level !== 'none' && capability.limits) || {};
}

/** The operation as the proof calls it, else as the suite does. */
export function callOf<V extends RunningVendor>(
  target: ProviderTarget<V>,
  operation: Operation,
): (subject: Subject<V>) => PromiseLike<unknown> {
  const proof = target.proofs[operation];
  return (subject) => (proof?.call ? proof.call(subject) : calls[operation](subject));
}
