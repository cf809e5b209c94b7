import { createTenants, type StreamedEvent } from '@anyinbox/core';
import { expect, test } from 'vitest';
import {
  at,
  createVendor,
  eventfulProvider,
  eventfulTenants,
  messageOf,
  received,
} from '../support/eventful-vendor.ts';
import { failure } from '../support/failure.ts';

const told = (id: string) => ({ events: [received('c1', messageOf(id, id, at(1)))] });

async function take(events: AsyncIterable<StreamedEvent>, count: number): Promise<StreamedEvent[]> {
  const taken: StreamedEvent[] = [];
  for await (const event of events) if (taken.push(event) === count) break;
  return taken;
}

test('the log is read from its beginning, from behind an event, or from now on', async () => {
  const { post, tenants } = eventfulTenants();
  for (const id of ['m1', 'm2', 'm3']) await post(told(id));
  const all = await take(tenants.events(), 3);
  expect(all.map(({ data }) => data.message?.nativeId)).toEqual(['m1', 'm2', 'm3']);
  const [next] = await take(tenants.events({ after: all[1]?.cursor }), 1);
  expect(next?.data.message?.nativeId).toBe('m3');
  const coming = take(tenants.events({ after: 'now' }), 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await post(told('m4'));
  expect((await coming)[0]?.data.message?.nativeId).toBe('m4');
});

test('who waits is woken at once', async () => {
  const { post, tenants } = eventfulTenants();
  const coming = take(tenants.events(), 1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const startedAt = performance.now();
  await post(told('m1'));
  await coming;
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

test('it ends on abort, without an error, also while it waits', async () => {
  const { tenants } = eventfulTenants();
  const stop = new AbortController();
  const inbox = await tenants.inbox('acme');
  const waiting = take(inbox.events({ signal: stop.signal }), 1);
  setTimeout(() => stop.abort(), 20);
  expect(await waiting).toEqual([]);
});

test('a tenant sees its own events and no others', async () => {
  const { post, tenants } = eventfulTenants();
  await post(told('m1'));
  await post(told('m2'), { path: '/globex/mail/a-secret-of-sixteen' });
  const globex = await tenants.inbox('globex');
  expect((await take(globex.events(), 1)).map(({ tenantId }) => tenantId)).toEqual(['globex']);
  expect((await take(tenants.events({ tenantId: 'acme' }), 1)).map(({ tenantId }) => tenantId)).toEqual(['acme']);
});

test('a cursor that is none is refused', async () => {
  const { tenants } = eventfulTenants();
  const error = await failure(take(tenants.events({ after: '1; drop table' }), 1));
  expect(error).toMatchObject({ code: 'invalid-request' });
});

test('without a store there are no events, and it is said what would give them', async () => {
  const provider = eventfulProvider(createVendor());
  const connections = [{ id: 'mail', provider: 'eventful', credentials: {} }] as const;
  const tenants = createTenants({ providers: [provider], resolve: { tenants: { acme: { connections } } } as never });
  const inbox = await tenants.inbox('acme');
  const refusals = [
    () => take(inbox.events(), 1),
    () => inbox.backfill()[Symbol.asyncIterator]().next(),
    () => tenants.work({ signal: AbortSignal.timeout(10) }),
    () => tenants.erase('acme', { contactId: 'mail:1' }),
  ];
  for (const ask of refusals)
    expect(await failure(ask())).toMatchObject({
      code: 'unsupported',
      hint: expect.stringContaining('createPostgresStore'),
    });
  expect(() => tenants.events()).toThrow(expect.objectContaining({ code: 'unsupported' }));
  await tenants.close();
});
