import { type Inbox, InboxError, operations } from '@anyinbox/core';
import { providerName } from '../config/known-providers.ts';
import { advice } from './advice.ts';
import { budgetWords } from './budget-words.ts';
import { skewWords, watchClock } from './clock-skew.ts';
import type { ConnectionPlace, Diagnosis } from './diagnosis.ts';
import { cheapestRead } from './probe.ts';

interface Subject {
  readonly inbox: Inbox;
  readonly place: ConnectionPlace;
  readonly hasBaseUrl: boolean;
  readonly signal: AbortSignal;
}

/** Reaches the vendor, with one request. Rejects only when the signal is aborted. */
export async function checkConnection({ inbox, place, hasBaseUrl, signal }: Subject): Promise<Diagnosis> {
  const vendor = providerName(inbox.provider);
  const missing = operations.filter((operation) => !inbox.supports(operation));
  const known = { ...place, missing } as const;
  const lacks = `${missing.length} of ${operations.length} operations missing`;
  const probe = cheapestRead(inbox);
  if (probe === undefined) {
    const message = `${vendor} offers no read that could check the credentials: they have the right form, and only a send tells whether it takes them; ${lacks}`;
    return { ...known, clockSkewMs: null, state: 'unchecked', budget: inbox.budget(), message };
  }
  const started = performance.now();
  const clock = watchClock(place.tenant, place.connection ?? '');
  const measured = () => ({
    clockSkewMs: clock.skew() ?? null,
    probe: probe.operation,
    durationMs: Math.round(performance.now() - started),
    budget: inbox.budget(),
  });
  try {
    await probe.run(signal);
  } catch (error) {
    if (signal.aborted || !InboxError.isInstance(error)) throw error;
    const path = `tenants.${place.tenant}.connections.${place.index}`;
    return { ...known, ...measured(), state: 'failed', error, message: advice(error, { vendor, path, hasBaseUrl }) };
  } finally {
    clock.stop();
  }
  const facts = measured();
  const answer = `${vendor} answers ${facts.probe} in ${facts.durationMs} ms`;
  const message = [answer, budgetWords(facts.budget), skewWords(facts.clockSkewMs ?? undefined), lacks]
    .filter((part) => part !== undefined)
    .join('; ');
  return { ...known, ...facts, state: 'ok', message };
}
