import { createInbox, formatId, type HttpOptions, type Inbox } from '@anyinbox/core';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import type { ProviderTarget, RunningVendor, Subject } from './target.ts';

export interface ProxiedSubject<V extends RunningVendor> extends Subject<V> {
  readonly proxy: FaultProxy;
  /** A second inbox at the same vendor. */
  another(options: HttpOptions & { readonly connectionId?: string }): Inbox;
}

/** A fresh vendor, a proxy before it and an inbox, for the time of one test. */
export async function withSubject<V extends RunningVendor>(
  target: ProviderTarget<V>,
  work: (subject: ProxiedSubject<V>) => Promise<void>,
  options: HttpOptions = {},
): Promise<void> {
  const vendor = await target.start();
  const proxy = await startFaultProxy(vendor.url);
  const inboxes: Inbox[] = [];
  const another = (more: HttpOptions & { readonly connectionId?: string }) => {
    const config = target.configure(proxy.url);
    const inbox = createInbox(target.provider, { connectionId, ...more, ...config });
    inboxes.push(inbox);
    return inbox;
  };
  try {
    const inbox = another(options);
    const id = (nativeId: string) => formatId(connectionId, nativeId);
    await work({ inbox, vendor, known: vendor.known, id, proxy, another });
  } finally {
    await proxy.close();
    await Promise.all(inboxes.map((inbox) => inbox.close()));
    await vendor.close();
  }
}

export const connectionId = 'conformance';
