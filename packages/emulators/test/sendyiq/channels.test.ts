import type { SendyiqChannel, SendyiqWebsiteChannel } from '@anyinbox/emulators';
import { describe, expect, test } from 'vitest';
import { testClock } from '../support/clock.ts';
import { sendyiq } from '../support/emulators.ts';

type Invalid = { errors: Record<string, string[]>; message: string };
const unknown = '00000000-0000-4000-8000-000000000000';

async function withChannel(type: SendyiqChannel['channelType'] = 'Website') {
  const { emulator, client } = await sendyiq({ seed: 'empty', now: testClock().now });
  const channel = emulator.state.channels.find(({ channelType }) => channelType === type) as SendyiqChannel;
  const list = async () => (await client.get<{ items: SendyiqChannel[] }>('/social/channels')).body.items;
  const read = async () => (await list()).find(({ id }) => id === channel.id);
  return { emulator, client, channel: { ...channel }, path: `/social/channels/${channel.id}`, list, read };
}

test('all channels are listed, website and social', async () => {
  const { list } = await withChannel();
  const channels = await list();
  expect(channels.map(({ channelType }) => channelType)).toEqual([
    'Website',
    'Website',
    'WhatsApp',
    'Instagram',
    'Facebook',
  ]);
  expect(channels[0]).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
    channelType: 'Website',
    displayName: 'shop.example.com',
    externalAccountId: channels[0]?.channelToken,
    channelToken: expect.stringMatching(/^[0-9a-f]{32}$/),
    isEnabled: true,
    isAgentEnabled: true,
    aiProviderCode: 'openai',
    aiModelCode: 'small',
    systemPromptOverride: expect.any(String),
    tokenExpiresAt: null,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    updatedAt: expect.any(String),
  });
});

describe('changing', () => {
  test('every documented field is taken, and secrets are never shown', async () => {
    const { emulator, client, channel, path, list, read } = await withChannel('WhatsApp');
    const visible = {
      displayName: 'Support line',
      aiProviderCode: 'openai',
      aiModelCode: 'large',
      systemPromptOverride: 'Be brief.',
      tokenExpiresAt: '2027-01-31T10:00:00.000Z',
    };
    const secrets = { accessToken: 'EAAG-secret-1', appSecret: 'secret-2' };
    const reply = await client.patch<SendyiqChannel>(path, { ...visible, ...secrets });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ ...channel, ...visible, updatedAt: '2026-11-20T12:00:00.000Z' });
    expect(await read()).toEqual(reply.body);
    expect(JSON.stringify([reply.body, await list()])).not.toMatch(/secret|accessToken/i);
    expect(emulator.state.secrets[channel.id]).toEqual(secrets);
  });

  test('what is absent stays, a later secret replaces its own only', async () => {
    const { emulator, client, channel, path } = await withChannel();
    await client.patch(path, { accessToken: 'a', appSecret: 'b' });
    const reply = await client.patch<SendyiqChannel>(path, { accessToken: 'c', displayName: 'New name' });
    expect(reply.body).toMatchObject({ displayName: 'New name', aiModelCode: channel.aiModelCode });
    expect(emulator.state.secrets[channel.id]).toEqual({ accessToken: 'c', appSecret: 'b' });
  });

  test.each([
    ['isEnabled', { isEnabled: false }],
    ['displayName', { displayName: ' ' }],
    ['displayName', { displayName: null }],
    ['tokenExpiresAt', { tokenExpiresAt: '2027-01-31' }],
    ['tokenExpiresAt', { tokenExpiresAt: '2027-01-31T10:00:00Z' }],
    ['tokenExpiresAt', { tokenExpiresAt: '2027-13-31T10:00:00.000Z' }],
  ])('%s is refused in %j', async (field, body) => {
    const { client, channel, path, read } = await withChannel();
    const reply = await client.patch<Invalid>(path, body);
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.errors)).toEqual([field]);
    expect(await read()).toEqual(channel);
  });
});

test('the AI agent is switched', async () => {
  const { client, path, read } = await withChannel('Instagram');
  for (const enabled of [true, false]) {
    const reply = await client.post<SendyiqChannel>(`${path}/toggle-agent`, { enabled });
    expect(reply).toMatchObject({ status: 200, body: { isAgentEnabled: enabled } });
    expect((await read())?.isAgentEnabled).toBe(enabled);
  }
  for (const body of [{}, { enabled: 'true' }, { enabled: true, model: 'x' }]) {
    expect((await client.post(`${path}/toggle-agent`, body)).status).toBe(400);
  }
});

test('a website channel gets another token', async () => {
  const { client, channel, path, read } = await withChannel();
  const { body } = await client.post<SendyiqChannel>(`${path}/rotate-token`);
  expect(body.channelToken).toMatch(/^[0-9a-f]{32}$/);
  expect(body.channelToken).not.toBe(channel.channelToken);
  expect(body.externalAccountId).toBe(body.channelToken);
  expect(await read()).toEqual(body);
});

test('other channels have no token to rotate', async () => {
  const { client, channel, path, read } = await withChannel('Facebook');
  expect((await client.post(`${path}/rotate-token`)).status).toBe(400);
  expect(await read()).toEqual(channel);
});

test('a channel is deleted once', async () => {
  const { client, path, list } = await withChannel();
  expect((await client.delete(path)).status).toBe(200);
  expect(await list()).toHaveLength(4);
  expect((await client.delete(path)).status).toBe(404);
});

describe('creating a website channel', () => {
  test('answers the channel with its snippet, and conversations can start on it', async () => {
    const { emulator, client, list } = await withChannel();
    const body = {
      displayName: 'Landing page',
      aiProviderCode: 'openai',
      aiModelCode: 'small',
      systemPromptOverride: 'Sell.',
      isAgentEnabled: true,
    };
    const created = await client.post<SendyiqWebsiteChannel>('/social/channels/website', body);
    expect(created.status).toBe(200);
    const { embedSnippet, ...channel } = created.body;
    expect(channel).toMatchObject({ ...body, channelType: 'Website', isEnabled: true });
    expect(embedSnippet).toContain(channel.channelToken);
    expect((await list()).at(-1)).toEqual(channel);
    const conversation = emulator.addConversation({ channelId: channel.id, text: 'Hi' });
    expect((await client.get(`/chat/conversations/${conversation.id}`)).body).toMatchObject({ channelId: channel.id });
  });

  test('needs a name only', async () => {
    const { client } = await withChannel();
    const created = await client.post('/social/channels/website', { displayName: 'x' });
    expect(created).toMatchObject({ status: 200, body: { isAgentEnabled: false, aiProviderCode: null } });
    for (const body of [{}, { displayName: '' }, { displayName: 'x', url: 'https://example.com' }]) {
      expect((await client.post('/social/channels/website', body)).status).toBe(400);
    }
  });
});

test.each(['rotate-token', 'toggle-agent'])('%s of an unknown or malformed channel is refused', async (verb) => {
  const { client } = await withChannel();
  expect((await client.post(`/social/channels/${unknown}/${verb}`, { enabled: true })).status).toBe(404);
  expect((await client.post(`/social/channels/x/${verb}`, { enabled: true })).status).toBe(400);
  expect((await client.patch(`/social/channels/${unknown}`, {})).status).toBe(404);
});

test('a hub token is new every time and expires soon', async () => {
  const { client } = await withChannel();
  const first = await client.post<{ token: string; expiresAt: string }>('/chat/hub-token');
  const second = await client.post<{ token: string }>('/chat/hub-token', {});
  expect(first.body).toEqual({ token: expect.any(String), expiresAt: '2026-11-20T12:05:00.000Z' });
  expect(second.body.token).not.toBe(first.body.token);
});
