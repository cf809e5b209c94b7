import type { Capability, CapabilityLimits, Operation, SupportedCapability } from '@anyinbox/core';
import { calls } from './calls.ts';
import type { ProviderTarget, RunningVendor, Subject } from './target.ts';

/** What works without a store: the vendor does it, and not our mirror. */
export function isLive(capability: Capability): capability is SupportedCapability {
  return capability.level !== 'none' && capability.via !== 'mirror';
}

/** What the mirror serves when there is a store. */
export function isMirrored(capability: Capability): boolean {
  return capability.level !== 'none' && (capability.withStore ?? capability).via === 'mirror';
}

/** Whether the provider says that its vendor can do this. */
export function isDeclared({ provider }: Pick<ProviderTarget, 'provider'>, operation: Operation): boolean {
  return isLive(provider.capabilities[operation]);
}

/** What it says of its limits; none when it cannot do it. */
export function limitsOf({ provider }: Pick<ProviderTarget, 'provider'>, operation: Operation): CapabilityLimits {
  const capability = provider.capabilities[operation];
  return (isLive(capability) && capability.limits) || {};
}

/** The operation as the proof calls it, else as the suite does. */
export function callOf<V extends RunningVendor>(
  target: ProviderTarget<V>,
  operation: Operation,
): (subject: Subject<V>) => PromiseLike<unknown> {
  const proof = target.proofs[operation];
  return (subject) => (proof?.call ? proof.call(subject) : calls[operation](subject));
}
