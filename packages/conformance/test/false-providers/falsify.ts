import type { ProviderTarget } from '@anyinbox/conformance';
import type { AllHandlers, Call, VendorRequest } from '@anyinbox/core/provider';

/** What falsifies a method: it gets the true one, and makes another of it. */
export type Wrap<G extends keyof AllHandlers, M extends keyof AllHandlers[G]> = (
  honest: AllHandlers[G][M],
) => AllHandlers[G][M];

/** The same target with one method of its provider falsified. */
export function falsify<G extends keyof AllHandlers, M extends keyof AllHandlers[G]>(
  target: ProviderTarget,
  group: G,
  method: M,
  wrap: Wrap<G, M>,
): ProviderTarget {
  const { provider } = target;
  const connect: typeof provider.connect = (context) => {
    const connected = provider.connect(context);
    const methods: AllHandlers[G] | undefined = connected.handlers[group];
    if (!methods) throw new Error(`${provider.id} has no ${group}`);
    return {
      ...connected,
      handlers: { ...connected.handlers, [group]: { ...methods, [method]: wrap(methods[method]) } },
    };
  };
  return { ...target, provider: { ...provider, connect } };
}

/** A call whose requests have another effect than the provider gives them. */
export function withEffect(call: Call, effect: VendorRequest<unknown>['effect']): Call {
  return { ...call, request: (request) => call.request({ ...request, effect }) };
}
