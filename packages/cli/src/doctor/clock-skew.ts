import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { RequestEvent } from '@anyinbox/core';

/** Below this it may as well be the network, or the second to which vendors tell their time. */
const noticeableMs = 5_000;

/** Milliseconds by which this machine's clock is ahead of the vendor's; undefined when no answer told the time. */
export interface SkewWatch {
  skew(): number | undefined;
  stop(): void;
}

/** Listens to the requests of one connection, which tell the vendor's time without one more request. */
export function watchClock(tenantId: string, connectionId: string): SkewWatch {
  let skew: number | undefined;
  const listen = (message: unknown) => {
    const event = message as RequestEvent;
    if (event.tenantId !== tenantId || event.connectionId !== connectionId || event.serverTime === undefined) return;
    skew = Date.now() - event.serverTime;
  };
  subscribe('anyinbox:request', listen);
  return {
    skew: () => skew,
    stop: () => {
      unsubscribe('anyinbox:request', listen);
    },
  };
}

/** What to say of it; undefined when the clocks agree or nobody knows. */
export function skewWords(skew: number | undefined): string | undefined {
  if (skew === undefined || Math.abs(skew) < noticeableMs) return undefined;
  const seconds = Math.round(Math.abs(skew) / 1000);
  return `this machine's clock is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} the vendor's: set it by a time server`;
}
