import type { AnyProvider } from '@anyinbox/core';
import type { StreamSink } from '@anyinbox/core/provider';
import { type EventfulVendor, eventfulProvider } from './eventful-vendor.ts';

/** A provider whose stream is opened and broken by the test. */
export function streaming(vendor: EventfulVendor) {
  const sinks: StreamSink[] = [];
  let open: (sink: StreamSink) => Promise<void> = (sink) => {
    sink.opened();
    return new Promise((resolve) => sink.signal.addEventListener('abort', () => resolve()));
  };
  const plain = eventfulProvider(vendor);
  const provider = {
    ...plain,
    connect: (context: Parameters<typeof plain.connect>[0]) => ({
      ...plain.connect(context),
      events: {
        stream(sink: StreamSink) {
          sinks.push(sink);
          return open(sink);
        },
      },
    }),
  };
  return {
    provider: provider as unknown as AnyProvider,
    sinks,
    whenOpened(next: typeof open) {
      open = next;
    },
  };
}
