import { createInbox } from '@anyinbox/core';
import { sendyiqSocial } from '@anyinbox/sendyiq';
import { describe, expect, it } from 'vitest';
import { apiKey, expectSent, useWire } from '../support/wire.ts';

describe.each([
  { host: 'https://api.sendyiq.com', options: { environment: 'production' as const } },
  { host: 'https://stagging-api.sendyiq.com', options: { environment: 'staging' as const } },
  {
    host: 'https://proxy.example.com',
    options: { environment: 'staging' as const, baseUrl: 'https://proxy.example.com/' },
  },
])('the host $host', ({ host, options }) => {
  const wire = useWire(host);

  it(`is asked with ${JSON.stringify(options)}`, async () => {
    wire.answer('GET', '/social/channels', []);
    const page = await createInbox(sendyiqSocial, { credentials: { apiKey }, options }).channels.list();
    expectSent(wire, 'GET', '/social/channels');
    expect(page.items).toEqual([]);
  });
});
