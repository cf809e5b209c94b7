import { type AnyProvider, type SampleWebhookOptions, sampleWebhooks } from '@anyinbox/core';
import { describe, expect, test } from 'vitest';
import { logOf, tenantsOf } from '../support/event-tenants.ts';
import { createVendor, eventfulProvider, secret } from '../support/eventful-vendor.ts';

const provider = eventfulProvider(createVendor());
const url = 'https://app.example.com/hooks/acme/mail';
const connection = { id: 'mail', provider: 'eventful', credentials: {}, webhook: { secrets: [secret] } };

function start(webhook: object = {}) {
  const configured = { ...connection, webhook: { ...connection.webhook, ...webhook } };
  return tenantsOf([provider], { tenants: { acme: { connections: [configured] } } });
}

describe('a sample webhook', () => {
  test.each([undefined, 'path', 'bearer', 'basic', { header: 'x-token' }] as const)(
    'with its secret in %o is taken like the vendor’s own',
    async (secretIn) => {
      const { tenants, store } = start(typeof secretIn === 'object' ? secretIn : {});
      const [sample] = sampleWebhooks(provider, { url, secret, secretIn });
      expect(sample?.name).toBe('written');
      expect((await tenants.webhooks(sample?.request.clone() as Request)).status).toBe(200);
      expect((await tenants.webhooks(sample?.request as Request)).status).toBe(200);
      expect((await logOf(store)).map(({ type }) => type)).toEqual(['message.received']);
    },
  );

  test('tells what the test asks for', async () => {
    const { tenants, store } = start();
    const options: SampleWebhookOptions = { url: `${url}/`, secret, conversationId: '7', text: 'Hi', now: 0 };
    for (const { request } of sampleWebhooks(provider, options)) await tenants.webhooks(request);
    expect(await logOf(store)).toMatchObject([
      { conversationId: 'mail:7', occurredAt: '1970-01-01T00:00:00.000Z', data: { message: { text: 'Hi' } } },
    ]);
  });

  test('with another secret is refused', async () => {
    const { tenants, store } = start();
    const [sample] = sampleWebhooks(provider, { url, secret: 'of-somebody-else-16' });
    expect((await tenants.webhooks(sample?.request as Request)).status).toBe(401);
    expect(await logOf(store)).toEqual([]);
  });

  test('of a vendor without webhooks, or to no address, is none', () => {
    const { webhooks: _, ...silent } = provider;
    const code = 'invalid-request';
    expect(() => sampleWebhooks(silent as AnyProvider, { url, secret })).toThrow(expect.objectContaining({ code }));
    expect(() => sampleWebhooks(provider, { url: '/hooks', secret })).toThrow(expect.objectContaining({ code }));
  });
});
