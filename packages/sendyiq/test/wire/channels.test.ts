import { createInbox, type InboxOf } from '@anyinbox/core';
import { sendyiqChat, sendyiqSocial } from '@anyinbox/sendyiq';
import { describe, expect, it } from 'vitest';
import { caught } from '../support/caught.ts';
import { apiKey, expectSent, useWire, uuid } from '../support/wire.ts';

type Channels = InboxOf<typeof sendyiqSocial>['channels'];

interface Case {
  /** Method and path, as in vendors/sendyiq.md. */
  readonly endpoint: string;
  readonly run: (channels: Channels, id: string, provider: string) => PromiseLike<unknown>;
  readonly body?: unknown;
  readonly answer?: unknown;
  readonly result?: object;
}

const cases: readonly Case[] = [
  {
    endpoint: 'GET /social/channels',
    run: (channels) => channels.list(),
    answer: [{ id: uuid, channelType: 'Website', displayName: 'Shop', isEnabled: true, isAgentEnabled: false }],
    result: { items: [{ nativeId: uuid, kind: 'website', name: 'Shop', active: true, aiAgentEnabled: false }] },
  },
  {
    endpoint: 'PATCH /social/channels/{channelId}',
    run: (channels, id, provider) =>
      channels.update(id, {
        name: 'New name',
        providerOptions: {
          [provider]: {
            accessToken: 'EAAG-access',
            appSecret: 'app-s3cret',
            aiProviderCode: 'openai',
            aiModelCode: 'small',
            systemPromptOverride: '',
            tokenExpiresAt: '2026-12-31T23:00:00+02:00',
          },
        },
      }),
    body: {
      displayName: 'New name',
      accessToken: 'EAAG-access',
      appSecret: 'app-s3cret',
      aiProviderCode: 'openai',
      aiModelCode: 'small',
      systemPromptOverride: '',
      tokenExpiresAt: '2026-12-31T21:00:00.000Z',
    },
  },
  { endpoint: 'DELETE /social/channels/{channelId}', run: (channels, id) => channels.delete(id) },
  { endpoint: 'POST /social/channels/{channelId}/rotate-token', run: (channels, id) => channels.rotateToken(id) },
  {
    endpoint: 'POST /social/channels/{channelId}/toggle-agent',
    run: (channels, id) => channels.setAiAgent(id, { enabled: false }),
    body: { enabled: false },
  },
  {
    endpoint: 'POST /social/channels/website',
    run: (channels, _id, provider) =>
      channels.createWebsite({
        name: 'Outlet',
        aiAgentEnabled: true,
        providerOptions: {
          [provider]: { aiProviderCode: 'openai', aiModelCode: 'small', systemPromptOverride: 'Be brief.' },
        },
      }),
    body: {
      displayName: 'Outlet',
      aiProviderCode: 'openai',
      aiModelCode: 'small',
      systemPromptOverride: 'Be brief.',
      isAgentEnabled: true,
    },
    answer: { data: { id: uuid } },
    result: { nativeId: uuid, kind: 'website', nativeKind: 'Website', name: 'Outlet', aiAgentEnabled: true },
  },
];

describe.each([sendyiqSocial, sendyiqChat])('the shared channel endpoints of $id', (provider) => {
  const wire = useWire();
  const channels = (): Channels => createInbox(provider, { connectionId: 'shop', credentials: { apiKey } }).channels;

  for (const { endpoint, run, body, answer, result } of cases)
    it(`${provider.id} ${endpoint}`, async () => {
      const [method = '', template = ''] = endpoint.split(' ');
      const path = template.replace('{channelId}', uuid);
      wire.answer(method, path, answer);
      const outcome = await run(channels(), `shop:${uuid}`, provider.id);
      expectSent(wire, method, path, body);
      if (result === undefined) expect(outcome).toBeUndefined();
      else expect(outcome).toMatchObject(result);
    });

  it('sends only the fields that are given', async () => {
    wire.answer('POST', '/social/channels/website', { id: uuid });
    const created = await channels().createWebsite({ name: 'Outlet' });
    expectSent(wire, 'POST', '/social/channels/website', { displayName: 'Outlet' });
    expect(created).not.toHaveProperty('aiAgentEnabled');
  });

  it('refuses wrong options before any request, naming the field and no value', async () => {
    const patch = {
      providerOptions: { [provider.id]: { tokenExpiresAt: 'tomorrow-s3cret', appSecret: '', colour: 1 } },
    };
    const error = await caught(() => channels().update(`shop:${uuid}`, patch));
    expect(error).toMatchObject({ code: 'invalid-request', blame: 'caller', outcome: 'not-sent' });
    expect(error.message).toContain(`providerOptions.${provider.id}.tokenExpiresAt: must be an ISO 8601 date-time`);
    expect(error.message).toContain(`providerOptions.${provider.id}.appSecret: must not be empty`);
    expect(error.message).toContain(`providerOptions.${provider.id}.colour: is not known`);
    expect(error.message).not.toContain('s3cret');
  });

  it('refuses to change what the vendor does not offer', async () => {
    await expect(channels().update(`shop:${uuid}`, { active: false })).rejects.toMatchObject({ code: 'unsupported' });
  });
});
