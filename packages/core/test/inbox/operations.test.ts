import { type AnyProvider, createInbox, type Inbox, operations } from '@anyinbox/core';
import { describe, expect, it } from 'vitest';
import { everythingProvider } from '../support/everything-provider.ts';
import { failure } from '../support/failure.ts';
import { json, serve } from '../support/server.ts';
import { toyInbox } from '../support/toy-inbox.ts';
import { toy, toyCapabilities } from '../support/toy-provider.ts';

const anyToy = (url: string) =>
  createInbox(toy as AnyProvider, { credentials: { token: 'x' }, options: { baseUrl: url } } as never) as Inbox;
const echo = () => serve((_request, response) => json(response, { id: 7, name: 'Kim', extra: { deep: true } }));

/** Every operation, called as an app would on an inbox of unknown provider. */
const calls: Record<(typeof operations)[number], (inbox: Inbox) => PromiseLike<unknown>> = {
  'conversations.list': ({ conversations }) => conversations.list(),
  'conversations.get': ({ conversations }) => conversations.get('toy:1'),
  'conversations.close': ({ conversations }) => conversations.close('toy:1'),
  'conversations.reopen': ({ conversations }) => conversations.reopen('toy:1'),
  'conversations.markRead': ({ conversations }) => conversations.markRead('toy:1'),
  'conversations.assign.agent': ({ conversations }) => conversations.assign('toy:1', { agentId: 'toy:a' }),
  'conversations.assign.group': ({ conversations }) => conversations.assign('toy:1', { groupId: 'toy:g' }),
  'conversations.unassign': ({ conversations }) => conversations.unassign('toy:1'),
  'messages.list': ({ messages }) => messages.list('toy:1'),
  'messages.get': ({ messages }) => messages.get('toy:1'),
  'messages.send.text': ({ messages }) => messages.send('toy:1', { text: 'x' }),
  'messages.send.file': ({ messages }) => messages.send('toy:1', { attachments: [{ url: 'https://example.com/a' }] }),
  'messages.send.automated': ({ messages }) => messages.send('toy:1', { text: 'x', automated: true }),
  'messages.edit': ({ messages }) => messages.edit('toy:1', { text: 'x' }),
  'messages.delete': ({ messages }) => messages.delete('toy:1'),
  'notes.add': ({ notes }) => notes.add('toy:1', { text: 'x' }),
  'notes.list': ({ notes }) => notes.list('toy:1'),
  'channels.list': ({ channels }) => channels.list(),
  'channels.get': ({ channels }) => channels.get('toy:1'),
  'channels.createWebsite': ({ channels }) => channels.createWebsite({ name: 'x' }),
  'channels.update': ({ channels }) => channels.update('toy:1', { active: false }),
  'channels.delete': ({ channels }) => channels.delete('toy:1'),
  'channels.rotateToken': ({ channels }) => channels.rotateToken('toy:1'),
  'channels.setAiAgent': ({ channels }) => channels.setAiAgent('toy:1', { enabled: true }),
  'agents.list': ({ agents }) => agents.list(),
  'agents.setOnline': ({ agents }) => agents.setOnline({ agentId: 'toy:a' }),
  'groups.list': ({ groups }) => groups.list(),
};

describe('capabilities', () => {
  it.each(operations.filter((operation) => toyCapabilities[operation].level === 'none'))(
    '%s is refused before any request',
    async (operation) => {
      const { url, requests } = await echo();
      const inbox = anyToy(url);
      expect(inbox.supports(operation)).toBe(false);
      const error = await failure(calls[operation](inbox));
      expect(error).toMatchObject({ code: 'unsupported', blame: 'caller', provider: 'toy', connectionId: 'toy' });
      expect(error.message).toBe(`Toy does not support ${operation}: the vendor offers no such thing`);
      expect(error.hint).toContain(operation);
      expect(error.outcome).toBe(/list|get/.test(operation) ? undefined : 'not-sent');
      expect(requests).toEqual([]);
    },
  );

  it.each(operations.filter((operation) => toyCapabilities[operation].level !== 'none'))(
    '%s reaches the vendor',
    async (operation) => {
      const { url, requests } = await serve((_request, response) => json(response, { id: 7, items: [] }));
      const inbox = anyToy(url);
      expect(inbox.supports(operation)).toBe(true);
      await calls[operation](inbox);
      expect(requests).toHaveLength(1);
    },
  );

  it('are data, and nobody can change them', () => {
    const { capabilities, supports } = anyToy('http://127.0.0.1:9');
    expect(Object.keys(capabilities).sort()).toEqual([...operations].sort());
    expect(Object.isFrozen(capabilities)).toBe(true);
    for (const capability of Object.values(capabilities)) expect(Object.isFrozen(capability)).toBe(true);
    expect(supports('toString' as never)).toBe(false);
  });

  it('say that something is not built yet', async () => {
    const later = { level: 'none', because: 'not-yet', note: 'Comes with the mirror.' } as const;
    const provider = { ...toy, capabilities: { ...toyCapabilities, 'messages.get': later } } as AnyProvider;
    const inbox = createInbox(provider, { credentials: { token: 'x' } } as never) as Inbox;
    const error = await failure(inbox.messages.get('toy:1'));
    expect(error.message).toContain('not built yet');
    expect(error.hint).toBe('Comes with the mirror.');
  });
});

describe('limits', () => {
  it.each([
    [{ unread: true }, 'the filter unread'],
    [{ search: 'kim' }, 'the filter search'],
    [{ status: 'closed' }, 'the status closed'],
  ] as const)('refuse the query %j', async (query, what) => {
    const { url, requests } = await echo();
    const error = await failure(anyToy(url).conversations.list(query));
    expect(error).toMatchObject({ code: 'unsupported', operation: 'conversations.list' });
    expect(error.message).toContain(what);
    expect(requests).toEqual([]);
  });

  it('let `unread: false` pass, which filters nothing', async () => {
    const { url } = await serve((_request, response) => json(response, { items: [] }));
    expect(await anyToy(url).conversations.list({ unread: false })).toEqual({ items: [] });
  });

  const file = { url: 'https://example.com/a.png' };
  it.each([
    [{ attachments: [file, file] }, 'more than 1 attachment'],
    [{ attachments: [file], text: 'look' }, 'a text with an attachment'],
    [{ attachments: [{ ...file, name: 'a.png' }] }, 'the name of a file'],
    [{ attachments: [{ ...file, kind: 'video' }] }, 'an attachment of kind video'],
    [{ attachments: [{ kind: 'location', latitude: 1, longitude: 2 }] }, 'an attachment of kind location'],
  ] as const)('refuse the draft %j', async (draft, what) => {
    const { url, requests } = await echo();
    const error = await failure(toyInbox(url).messages.send('toy:1', draft));
    expect(error).toMatchObject({ code: 'unsupported', outcome: 'not-sent', operation: 'messages.send' });
    expect(error.message).toContain(what);
    expect(requests).toEqual([]);
  });

  it('refuse an author, a patch and a key that cannot be carried', async () => {
    const { url, requests } = await echo();
    const inbox = toyInbox(url);
    const person = { name: 'Kim', email: 'kim@example.com' };
    expect(await failure(inbox.messages.send('toy:1', { text: 'x' }, { as: person }))).toMatchObject({
      code: 'unsupported',
    });
    expect(await failure(inbox.notes.add('toy:1', { text: 'x' }, { as: { agentId: 'toy:a' } }))).toMatchObject({
      code: 'unsupported',
    });
    expect((await failure(inbox.channels.update('toy:1', { name: 'x' }))).message).toContain('the field name');
    expect(await failure(inbox.messages.send('toy:1', { text: 'x' }, { key: 'k' }))).toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('store'),
    });
    expect(requests).toEqual([]);
  });

  it('refuse an agent where nobody in particular can reopen', async () => {
    const { provider } = everythingProvider();
    const capabilities = {
      ...provider.capabilities,
      'conversations.reopen': { level: 'full', via: 'native', basis: 'documented' },
    };
    const inbox = createInbox({ ...provider, capabilities } as AnyProvider, { credentials: {}, options: {} });
    const error = await failure(inbox.conversations.reopen('everything:c', { agentId: 'everything:a' }));
    expect(error.message).toContain('an agent in conversations.reopen');
    await inbox.conversations.reopen('everything:c');
  });

  it('refuse a note where none goes with an assignment', async () => {
    const provider = {
      ...toy,
      capabilities: {
        ...toyCapabilities,
        'conversations.assign.agent': { level: 'full', via: 'native', basis: 'documented' },
      },
    } as unknown as AnyProvider;
    const inbox = createInbox(provider, { credentials: { token: 'x' } } as never) as Inbox;
    const error = await failure(inbox.conversations.assign('toy:1', { agentId: 'toy:a' }, { note: 'please' }));
    expect(error.message).toContain('a note in conversations.assign.agent');
  });
});

describe('input', () => {
  const { conversations, messages, notes, channels, agents } = anyToy('http://127.0.0.1:9');
  it.each<[string, () => PromiseLike<unknown>, string]>([
    ['an empty draft', () => messages.send('toy:1', {}), 'draft: needs a text or an attachment'],
    ['an empty text', () => messages.send('toy:1', { text: '' }), 'draft.text: must not be empty'],
    [
      'no draft',
      () => messages.send('toy:1', undefined as never),
      'draft: Invalid input: expected object, received undefined',
    ],
    [
      'a field that nobody knows',
      () => messages.send('toy:1', { txt: 'x', text: 'y' } as never),
      'draft.txt: is not known',
    ],
    [
      'a file that is no URL',
      () => messages.send('toy:1', { attachments: [{ url: 'file:///etc/passwd' }] }),
      'draft.attachments.0.url: must be an http(s) URL',
    ],
    [
      'two assignees',
      () => conversations.assign('toy:1', { agentId: 'toy:a', groupId: 'toy:g' } as never),
      'to: must be { agentId } or { groupId }',
    ],
    [
      'a wrong author',
      () => messages.send('toy:1', { text: 'x' }, { as: { name: 'Kim' } as never }),
      'options.as: must be { agentId } or { name, email }',
    ],
    [
      'a wrong option',
      () => conversations.get('toy:1', { includes: ['raw'] } as never),
      'options.includes: is not known',
    ],
    ['a signal that is none', () => conversations.close('toy:1', { signal: {} as never }), 'options.signal'],
    ['an empty note', () => notes.add('toy:1', { text: '' }), 'note.text: must not be empty'],
    ['a patch of nothing', () => channels.update('toy:1', {}), 'patch: changes nothing'],
    ['an id of ours that is none', () => conversations.get('7'), 'id is not an anyinbox id'],
    ['a native agent id', () => conversations.assign('toy:1', { agentId: '7' }), 'agentId is not an anyinbox id'],
    ['a limit that is none', () => agents.list({ limit: Number.POSITIVE_INFINITY }), 'options.limit'],
  ])('%s is refused, naming the field', async (_, call, message) => {
    const error = await failure(call());
    expect(error).toMatchObject({ code: 'invalid-request', blame: 'caller' });
    expect(error.message).toContain(message);
  });

  it('of another connection is refused', async () => {
    for (const call of [
      () => conversations.get('shop:1'),
      () => messages.list('shop:1'),
      () => messages.send('shop:1', { text: 'x' }),
      () => conversations.list({ channelId: 'shop:1' }),
      () => conversations.assign('toy:1', { agentId: 'shop:a' }),
    ])
      expect(await failure(call())).toMatchObject({ code: 'unknown-connection', blame: 'caller' });
  });

  it('that could reach another path never leaves', async () => {
    const { url, requests } = await echo();
    const inbox = toyInbox(url);
    for (const nativeId of ['', '.', '..', '../agents', 'a/b', 'a\\b', '\u0000', '%2e%2e/x'])
      expect(await failure(inbox.messages.send(`toy:${nativeId}`, { text: 'x' }))).toMatchObject({
        code: 'invalid-request',
        outcome: 'not-sent',
      });
    expect(requests).toEqual([]);
  });
});

describe('results', () => {
  it('carry our ids everywhere, provenance, and the raw object only on request', async () => {
    const { url } = await echo();
    const inbox = toyInbox(url, { connectionId: 'shop', now: () => 0 });
    const conversation = {
      id: 'shop:7',
      nativeId: '7',
      connectionId: 'shop',
      provider: 'toy',
      channel: { id: 'shop:c1', kind: 'website' },
      contact: { id: 'shop:p7', name: 'Kim' },
      assignee: { agent: { id: 'shop:a1' }, group: { id: 'shop:g1', name: 'Sales' } },
      status: 'open',
      provenance: { source: 'live', asOf: '1970-01-01T00:00:00.000Z', complete: true },
    };
    expect(await inbox.conversations.get('shop:7')).toEqual(conversation);
    expect(await inbox.conversations.get('shop:7', { include: ['raw'] })).toEqual({
      ...conversation,
      raw: { id: 7, name: 'Kim', extra: { deep: true } },
    });
    const sent = await inbox.messages.send('shop:7', { text: 'x' }, { as: { agentId: 'shop:a1' } });
    expect(sent).toEqual({
      id: 'shop:7',
      nativeId: '7',
      conversationId: 'shop:7',
      kind: 'message',
      direction: 'outbound',
      author: { kind: 'agent', id: 'shop:a1' },
      text: 'x',
      attachments: [],
      delivery: { state: 'sent' },
      createdAt: '1970-01-01T00:00:00.000Z',
      provenance: { source: 'send', asOf: '1970-01-01T00:00:00.000Z', complete: true },
    });
    expect(await inbox.notes.add('shop:7', { text: 'x' })).toMatchObject({
      id: 'shop:7',
      conversationId: 'shop:7',
      author: { kind: 'agent' },
    });
  });

  it('of lists too', async () => {
    const { url } = await serve((_request, response) => json(response, { items: [{ id: 1 }] }));
    const inbox = toyInbox(url);
    expect((await inbox.agents.list()).items).toEqual([{ id: 'toy:1' }]);
    expect((await inbox.agents.list({ include: ['raw'] })).items).toEqual([{ id: 'toy:1', raw: { id: 1 } }]);
    expect((await inbox.messages.list('toy:9')).items).toMatchObject([
      { id: 'toy:1', conversationId: 'toy:9', author: { id: 'toy:a1' } },
    ]);
  });

  it('go to the vendor in its own ids', async () => {
    const { url, requests } = await serve((_request, response) => json(response, { id: 1, items: [] }));
    const inbox = toyInbox(url, { connectionId: 'shop' });
    await inbox.conversations.list({ status: 'open', channelId: 'shop:c', assignee: { agentId: 'shop:a' }, limit: 3 });
    await inbox.conversations.list({ assignee: null });
    await inbox.conversations.assign('shop:1', { agentId: 'shop:a' }, { note: 'please' });
    const options = { toy: { urgent: true }, other: { ignored: true } };
    await inbox.messages.send('shop:1', { text: 'x', providerOptions: options }, { as: { agentId: 'shop:a' } });
    expect(requests.map(({ method, url: path, body }) => [method, path, body])).toEqual([
      ['GET', '/conversations?limit=3&status=open&channel=c&agent=a', ''],
      ['GET', '/conversations?limit=1000&agent=nobody', ''],
      ['POST', '/conversations/1/assign', '{"agentId":"a","note":"please"}'],
      ['POST', '/conversations/1/messages', '{"text":"x","as":{"agentId":"a"},"options":{"urgent":true}}'],
    ]);
  });
});

describe('native calls', () => {
  it('are typed and go the same way out', async () => {
    const { url, requests } = await serve((_request, response, count) =>
      count === 3 ? json(response, {}, 401) : json(response, { pong: 'x', id: 3 }),
    );
    const inbox = toyInbox(url);
    expect(await inbox.native.ping({ word: 'a' })).toEqual({ pong: 'x' });
    expect(await inbox.native.account.me()).toEqual({ id: 3 });
    expect(await failure(inbox.native.ping({ word: 'a' }))).toMatchObject({
      code: 'unauthorized',
      operation: 'native.ping',
      provider: 'toy',
      outcome: 'not-sent',
    });
    expect(await failure(inbox.native.account.me(undefined, { signal: {} as never }))).toMatchObject({
      code: 'invalid-request',
    });
    const aborted = await failure(inbox.native.account.me(undefined, { signal: AbortSignal.abort() }));
    expect(aborted).toMatchObject({ code: 'aborted', operation: 'native.account.me' });
    expect(aborted.outcome).toBeUndefined();
    expect(requests).toHaveLength(3);
  });
});

describe('closing', () => {
  it('ends no sooner than what is in flight', async () => {
    const ends: string[] = [];
    const { url } = await serve((_request, response) => setTimeout(() => json(response, { id: 1 }), 50));
    const inbox = toyInbox(url);
    const running = inbox.conversations.get('toy:1').then(() => ends.push('call'));
    await inbox[Symbol.asyncDispose]();
    ends.push('closed');
    await running;
    expect(ends).toEqual(['call', 'closed']);
  });

  it('lets what is in flight end and refuses what comes after', async () => {
    const { url } = await serve((_request, response) => setTimeout(() => json(response, { id: 1 }), 50));
    const inbox = toyInbox(url);
    const running = inbox.conversations.get('toy:1');
    const closed = inbox.close();
    expect(await failure(inbox.messages.send('toy:1', { text: 'x' }))).toMatchObject({
      code: 'invalid-request',
      outcome: 'not-sent',
    });
    let ended = false;
    const ending = closed.then(() => {
      ended = true;
    });
    expect((await running).nativeId).toBe('1');
    await ending;
    expect(ended).toBe(true);
    await inbox.close();
  });
});
