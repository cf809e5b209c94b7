import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { caught } from '../support/caught.ts';
import { useStore } from '../support/store.ts';

describe.each(['chat', 'social'] as const)('channels, seen from %s', (kind) => {
  const store = useStore({ seed: 'empty' });
  const ours = (nativeId: string | undefined) => `sendyiq-${kind}:${nativeId}`;
  const website = () => store.emulator.state.channels[0];

  it('are all of the store, in one page', async () => {
    const page = await store[kind]().channels.list();
    expect(page.items.map(({ kind: channelKind, name }) => [channelKind, name])).toEqual([
      ['website', 'shop.example.com'],
      ['website', 'outlet.example.com'],
      ['whatsapp', '+1 202 555 0100'],
      ['instagram', '@example.shop'],
      ['facebook', 'Example Shop Page'],
    ]);
    expect(page.nextCursor).toBeUndefined();
    expect(page.items[0]).toMatchObject({ active: true, aiAgentEnabled: true, nativeKind: 'Website' });
  });

  it('never show their token', async () => {
    const { items } = await store[kind]().channels.list({ include: ['raw'] });
    const token = website()?.channelToken ?? 'none';
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(items[0]?.raw).toMatchObject({ displayName: 'shop.example.com' });
    expect(JSON.stringify(items)).not.toContain(token);
    expect(items[2]?.raw).toMatchObject({ externalAccountId: '100200300400500' });
  });

  it('are renamed, and given secrets that no answer shows', async () => {
    const inbox = store[kind]();
    const channel = store.emulator.state.channels[2];
    await inbox.channels.update(ours(channel?.id), {
      name: 'WhatsApp EU',
      providerOptions: {
        [inbox.provider]: { accessToken: 'EAAG', appSecret: 's3cret', tokenExpiresAt: '2027-01-01T00:00:00Z' },
        brevo: { ignored: true },
      },
    });
    expect(channel).toMatchObject({ displayName: 'WhatsApp EU', tokenExpiresAt: '2027-01-01T00:00:00.000Z' });
    expect(store.emulator.state.secrets[channel?.id ?? '']).toEqual({ accessToken: 'EAAG', appSecret: 's3cret' });
  });

  it('are created for a website, with its snippet through native', async () => {
    const inbox = store[kind]();
    const created = await inbox.channels.createWebsite({ name: 'blog.example.com', aiAgentEnabled: true });
    expect(created).toMatchObject({ kind: 'website', name: 'blog.example.com', aiAgentEnabled: true });

    const { channel, embedSnippet } = await inbox.native.channels.createWebsite({ displayName: 'help.example.com' });
    expect(channel).toMatchObject({ kind: 'website', name: 'help.example.com', aiAgentEnabled: false });
    expect(JSON.stringify(channel)).not.toContain('data-channel-token');
    const token = store.emulator.state.channels.at(-1)?.channelToken ?? 'none';
    expect(embedSnippet?.reveal()).toContain(token);
    expect(`${embedSnippet} ${JSON.stringify({ embedSnippet })} ${inspect({ embedSnippet })}`).not.toContain(token);

    const { items } = await inbox.channels.list();
    expect(items.slice(5).map(({ nativeId }) => nativeId)).toEqual([created.nativeId, channel?.nativeId]);
  });

  it('that were created without an answer that says which exist all the same', async () => {
    const fault = { kind: 'body', body: { success: true }, when: 'after-effect' } as const;
    store.emulator.fail({ ...fault, times: 2 });
    const error = await caught(() => store[kind]().channels.createWebsite({ name: 'blog.example.com' }));
    expect(error).toMatchObject({ code: 'unexpected-response', outcome: 'sent' });
    const created = await store[kind]().native.channels.createWebsite({ displayName: 'help.example.com' });
    expect(created).toEqual({});
    expect(store.emulator.state.channels).toHaveLength(7);
  });

  it('that were created although normalize throws say so', async () => {
    const name = () => {
      throw new Error('no');
    };
    const inbox = store[kind]({ normalize: { channel: { name } } });
    const failure = { code: 'invalid-config', outcome: 'sent' };
    expect(await caught(() => inbox.channels.createWebsite({ name: 'a' }))).toMatchObject(failure);
    expect(await caught(() => inbox.native.channels.createWebsite({ displayName: 'b' }))).toMatchObject(failure);
  });

  it('are not created twice when the vendor fails', async () => {
    store.emulator.fail({ kind: 'status', status: 503, when: 'after-effect', times: 5 });
    const error = await caught(() => store[kind]().channels.createWebsite({ name: 'blog.example.com' }));
    expect(error).toMatchObject({ code: 'provider-unavailable', outcome: 'unknown', attempts: 1 });
    expect(store.emulator.state.channels).toHaveLength(6);
  });

  it('get a new token, which native shows', async () => {
    const inbox = store[kind]();
    const before = website()?.channelToken;
    await inbox.channels.rotateToken(ours(website()?.id));
    const between = website()?.channelToken;
    const { channelToken } = await inbox.native.channels.rotateToken({ channelId: website()?.id ?? '' });
    expect(new Set([before, between, website()?.channelToken]).size).toBe(3);
    expect(channelToken?.reveal()).toBe(website()?.channelToken);
    expect(JSON.stringify({ channelToken })).toBe('{"channelToken":"[secret]"}');
  });

  it('whose rotation answers a snippet keep it secret, for it holds the token', async () => {
    const embedSnippet = '<script data-channel-token="0123"></script>';
    store.emulator.fail({ kind: 'body', body: { embedSnippet }, when: 'after-effect' });
    const rotated = await store[kind]().native.channels.rotateToken({ channelId: website()?.id ?? '' });
    expect(rotated.embedSnippet?.reveal()).toBe(embedSnippet);
    expect(`${inspect(rotated)} ${JSON.stringify(rotated)}`).not.toContain('0123');
  });

  it('whose rotation answers nothing have a token that nobody shows', async () => {
    store.emulator.fail({ kind: 'body', body: { success: true }, when: 'after-effect' });
    expect(await store[kind]().native.channels.rotateToken({ channelId: website()?.id ?? '' })).toEqual({});
  });

  const posts = () => store.emulator.requests.filter(({ method }) => method === 'POST');
  const lost = [
    { fault: { kind: 'reset', when: 'after-effect' } as const, code: 'network' },
    { fault: { kind: 'status', status: 503, when: 'after-effect' } as const, code: 'provider-unavailable' },
  ];

  it.each(lost)('get one new token when the answer is lost ($code)', async ({ fault, code }) => {
    const rotations = [
      () => store[kind]().channels.rotateToken(ours(website()?.id)),
      () => store[kind]().native.channels.rotateToken({ channelId: website()?.id ?? '' }),
    ];
    for (const [done, rotate] of rotations.entries()) {
      store.emulator.fail(fault);
      expect(await caught(rotate)).toMatchObject({ code, outcome: 'unknown', retryable: false, attempts: 1 });
      expect(posts()).toHaveLength(done + 1);
    }
  });

  it.each(lost)('are created once when the answer is lost ($code)', async ({ fault, code }) => {
    const creations = [
      () => store[kind]().channels.createWebsite({ name: 'blog.example.com' }),
      () => store[kind]().native.channels.createWebsite({ displayName: 'help.example.com' }),
    ];
    for (const [done, create] of creations.entries()) {
      store.emulator.fail(fault);
      expect(await caught(create)).toMatchObject({ code, outcome: 'unknown', retryable: false, attempts: 1 });
      expect(posts()).toHaveLength(done + 1);
      expect(store.emulator.state.channels).toHaveLength(6 + done);
    }
  });

  it('are changed when the vendor only says OK', async () => {
    const { channels } = store[kind]();
    const id = ours(website()?.id);
    store.emulator.fail({ kind: 'body', body: 'OK', contentType: 'text/plain', when: 'after-effect', times: 4 });
    await channels.update(id, { name: 'shop' });
    await channels.setAiAgent(id, { enabled: false });
    await channels.rotateToken(id);
    expect(website()).toMatchObject({ displayName: 'shop', isAgentEnabled: false });
    await channels.delete(id);
    expect(website()?.displayName).not.toBe('shop');
  });

  it('that were created with no answer but OK exist all the same', async () => {
    store.emulator.fail({ kind: 'body', body: 'OK', contentType: 'text/plain', when: 'after-effect', times: 3 });
    const error = await caught(() => store[kind]().channels.createWebsite({ name: 'blog.example.com' }));
    expect(error).toMatchObject({ code: 'unexpected-response', outcome: 'sent' });
    const { channels } = store[kind]().native;
    expect(await channels.createWebsite({ displayName: 'help.example.com' })).toEqual({});
    expect(await channels.rotateToken({ channelId: website()?.id ?? '' })).toEqual({});
    expect(store.emulator.state.channels).toHaveLength(7);
  });

  it('that can be read are listed, and the page says that others cannot', async () => {
    store.emulator.fail({ kind: 'body', body: [{ displayName: 'no id' }, { id: 'k-1' }] });
    const page = await store[kind]().channels.list();
    expect(page.items.map(({ nativeId }) => nativeId)).toEqual(['k-1']);
    expect(page.incomplete).toBe('1 item could not be read');
  });

  it('hand over to the AI agent and back', async () => {
    const inbox = store[kind]();
    await inbox.channels.setAiAgent(ours(website()?.id), { enabled: false });
    expect(website()?.isAgentEnabled).toBe(false);
    await inbox.channels.setAiAgent(ours(website()?.id), { enabled: true });
    expect(website()?.isAgentEnabled).toBe(true);
  });

  it('are deleted', async () => {
    const id = website()?.id;
    await store[kind]().channels.delete(ours(id));
    expect(store.emulator.state.channels.map((channel) => channel.id)).not.toContain(id);
  });

  it('are refused by native calls before any request when the input is wrong', async () => {
    const { channels } = store[kind]().native;
    const wrong = { displayName: '', colour: 'red' } as { displayName: string };
    expect((await caught(() => channels.createWebsite(wrong))).message).toBe(
      'input.displayName: must not be empty; input.colour: is not known',
    );
    expect(await caught(() => channels.rotateToken({ channelId: '' }))).toMatchObject({ code: 'invalid-request' });
    expect(store.emulator.requests).toEqual([]);
  });
});
