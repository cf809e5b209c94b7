import { describe, expect, test } from 'vitest';
import { logOf, postTo, tenantsOf, until, workFor } from '../support/event-tenants.ts';
import { at, conversationOf, createVendor, messageOf, secret } from '../support/eventful-vendor.ts';
import { streaming } from '../support/streaming-provider.ts';

const connectionOf = (more: object = {}) => ({ id: 'mail', provider: 'eventful', credentials: {}, ...more });
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a stream', () => {
  const opening = () => {
    const vendor = createVendor();
    const controlled = streaming(vendor);
    const opened = tenantsOf([controlled.provider], {
      tenants: {
        acme: { connections: [connectionOf({ polling: { minIntervalMs: 60_000 }, webhook: { secrets: [secret] } })] },
      },
    });
    return { vendor, ...controlled, ...opened };
  };

  test('that fails is opened again, later each time, and what happened meanwhile is looked up', async () => {
    const { vendor, sinks, whenOpened, tenants, store } = opening();
    whenOpened(() => Promise.reject(new Error('refused')));
    workFor(tenants);
    const startedAt = performance.now();
    await until(() => sinks.length === 2);
    expect(performance.now() - startedAt).toBeGreaterThan(900);
    vendor.conversations.set('c1', conversationOf('c1', 1));
    whenOpened((sink) => {
      sink.opened();
      return new Promise((resolve) => sink.signal.addEventListener('abort', () => resolve()));
    });
    await until(() => sinks.length === 3);
    expect(performance.now() - startedAt).toBeGreaterThan(2900);
    await until(async () => (await logOf(store)).length === 1);
  });

  test('is not believed: what it points at is read, once for all of it that is new', async () => {
    const { vendor, sinks, tenants, store } = opening();
    workFor(tenants);
    await until(() => sinks.length === 1 && vendor.calls.includes('list'));
    vendor.conversations.set('c1', conversationOf('c1', 1));
    vendor.messages.set('c1', [messageOf('ai', 'Written by the AI', at(1), 'outbound')]);
    for (let count = 0; count < 3; count++) sinks[0]?.changed({ conversationId: 'c1' });
    sinks[0]?.changed({ conversationId: 'made up' });
    sinks[0]?.changed({ contactId: 'made up' });
    await until(async () => (await logOf(store)).length === 2);
    await pause(30);
    expect((await logOf(store)).map(({ type, via }) => `${type} ${via}`)).toEqual([
      'conversation.started hub',
      'message.sent hub',
    ]);
  });

  test('whose hint could not be followed has a round of polling find it', async () => {
    const { vendor, sinks, tenants, store } = opening();
    workFor(tenants);
    await until(() => sinks.length === 1 && vendor.calls.includes('list'));
    vendor.conversations.set('c1', conversationOf('c1', 1));
    vendor.fails = (call) => call.startsWith('get');
    sinks[0]?.changed({ conversationId: 'c1' });
    await until(async () => (await logOf(store)).some(({ via }) => via === 'poll'));
  });

  test('ends with the work', async () => {
    const { sinks, tenants } = opening();
    const end = workFor(tenants);
    await until(() => sinks.length === 1);
    await end();
    expect(sinks[0]?.signal.aborted).toBe(true);
    const answer = await postTo(tenants, `/acme/mail/${secret}`, { hints: [{ conversations: 'newest' }] });
    expect(answer.status).toBe(200);
  });
});
