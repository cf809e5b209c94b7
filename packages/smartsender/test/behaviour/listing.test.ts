import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { describe, expect, onTestFinished, test } from 'vitest';
import { chatOf, failureOf, startEmulated } from '../support/emulated.ts';
import type { SmartsenderInbox } from '../support/wire.ts';

const ids = (items: readonly { readonly nativeId: string }[]) => items.map(({ nativeId }) => nativeId);

describe('conversations', () => {
  test('all open ones over all pages, each once, newest activity first', async () => {
    const { inbox, emulator, requests } = await startEmulated({ conversations: 90 });
    const open = emulator.state.conversations.filter(({ open }) => open);
    expect(open.length).toBeGreaterThan(60);

    const listed = [];
    for await (const conversation of inbox.conversations.list({ status: 'open' })) listed.push(conversation);

    expect(ids(listed).toSorted()).toEqual(open.map(({ id }) => String(id)).toSorted());
    expect(new Set(listed.map(({ status }) => status))).toEqual(new Set(['open']));
    const updates = listed.map(({ updatedAt }) => updatedAt ?? '');
    expect(updates).toEqual(updates.toSorted().toReversed());
    expect(requests()).toHaveLength(Math.ceil(open.length / 20));
  });

  test('none comes twice when the vendor’s pages shift between two requests', async () => {
    const { inbox, emulator } = await startEmulated({ conversations: 45 });
    const pages = inbox.conversations.list({ limit: 20 }).pages();
    const first = (await pages.next()).value;
    emulator.addConversation({ firstName: 'Late', text: 'Me too' });
    const rest = [];
    for await (const page of pages) rest.push(...page.items);
    const all = ids([...(first?.items ?? []), ...rest]);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(45);
  });

  test('a limit of 100 is five requests of the vendor’s largest page', async () => {
    const { inbox, emulator } = await startEmulated({ conversations: 120 });
    const page = await inbox.conversations.list({ limit: 100 });
    expect(new Set(ids(page.items)).size).toBe(100);
    expect(emulator.requests.map(({ query }) => query)).toEqual(
      [1, 2, 3, 4, 5].map((number) => ({ page: String(number), limitation: '20' })),
    );
    const next = await inbox.conversations.list({ limit: 100, ...(page.nextCursor && { cursor: page.nextCursor }) });
    expect(next.items).toHaveLength(20);
    expect(next.nextCursor).toBeUndefined();
    expect(ids(page.items)).not.toEqual(expect.arrayContaining(ids(next.items).slice(0, 1)));
  });

  test('of one agent: each is known to be assigned to that agent', async () => {
    const { inbox, emulator } = await startEmulated();
    const own = emulator.state.conversations.filter(({ operatorId }) => operatorId === 72);
    const listed = await inbox.conversations.list({ assignee: { agentId: 'bots:72' } }).toArray({ limit: 1_000 });
    expect(ids(listed).toSorted()).toEqual(own.map(({ id }) => String(id)).toSorted());
    expect(listed[0]?.assignee).toEqual({ agent: { id: 'bots:72' } });
  });

  test('the unread ones, and by search', async () => {
    const { inbox, emulator } = await startEmulated();
    const unread = await inbox.conversations.list({ unread: true }).toArray({ limit: 1_000 });
    const expected = emulator.state.conversations.filter(({ gates }) => gates.some((gate) => gate.unreadMessages > 0));
    expect(ids(unread).toSorted()).toEqual(expected.map(({ id }) => String(id)).toSorted());
    expect(unread.every(({ unreadCount = 0 }) => unreadCount > 0)).toBe(true);

    const { contact } = chatOf(emulator);
    const found = await inbox.conversations.list({ search: contact.fullName });
    expect(found.items.map(({ contact: { name } }) => name)).toContain(contact.fullName);
    expect(found.items.length).toBeLessThan(5);
  });

  test('a chat with a subscribed gate can be answered, one without cannot', async () => {
    const { inbox, emulator } = await startEmulated();
    const isSubscribed = new Map(
      emulator.state.conversations.map(({ id, gates }) => [String(id), gates.some(({ subscribed }) => subscribed)]),
    );
    const listed = await inbox.conversations.list().toArray({ limit: 1_000 });
    expect(new Set(listed.map(({ canReply }) => canReply?.allowed))).toEqual(new Set([true, false]));
    for (const { nativeId, canReply } of listed) expect(canReply?.allowed).toBe(isSubscribed.get(nativeId));
  });

  test.each([
    ['an agent and unread', { assignee: { agentId: 'bots:72' }, unread: true }, 'unsupported'],
    ['nobody', { assignee: null }, 'unsupported'],
    ['a group', { assignee: { groupId: 'bots:5' } }, 'unsupported'],
    ['a channel', { channelId: 'bots:118' }, 'unsupported'],
    ['a status that the vendor has not', { status: 'snoozed' }, 'unsupported'],
    ['an agent whose id is none', { assignee: { agentId: 'bots:marta' } }, 'invalid-request'],
  ] as const)('filtering by %s is refused before any request', async (_, query, code) => {
    const { inbox, emulator } = await startEmulated();
    // An app that reads the provider from configuration can ask for all of this.
    const error = await failureOf(inbox.conversations.list(query as object));
    expect(error).toMatchObject({ code, blame: 'caller', operation: 'conversations.list' });
    expect(emulator.requests).toEqual([]);
  });

  test('one that does not exist is not found', async () => {
    const { inbox } = await startEmulated();
    expect(await failureOf(inbox.conversations.get('bots:1'))).toMatchObject({ code: 'not-found', status: 404 });
  });

  test('an id that is no number never reaches the vendor', async () => {
    const { inbox, emulator } = await startEmulated();
    const error = await failureOf(inbox.conversations.get('bots:2196/close'));
    expect(error).toMatchObject({ code: 'invalid-request', operation: 'conversations.get' });
    expect(emulator.requests).toEqual([]);
  });
});

describe('history', () => {
  test('all messages over all pages, newest first, with what happened among them', async () => {
    const { inbox, emulator } = await startEmulated();
    const chat = chatOf(emulator, ({ messages }) => messages.length > 40);
    const listed = await inbox.messages.list(`bots:${chat.id}`).toArray({ limit: 1_000 });
    expect(listed.map(({ nativeId }) => nativeId.split('-')[1])).toEqual(
      chat.messages.map(({ id }) => String(id)).toReversed(),
    );
    expect(listed[0]?.conversationId).toBe(`bots:${chat.id}`);
  });

  test('activities are shown, unless the connection leaves them out', async () => {
    const shown = await startEmulated();
    const hidden = await startEmulated({ inbox: { options: { activities: false } } });
    for (const { inbox, emulator } of [shown, hidden]) {
      const chat = chatOf(emulator);
      await inbox.conversations.assign(`bots:${chat.id}`, { agentId: 'bots:72' }, { note: 'Please take over' });
    }
    const first = async ({ inbox, emulator }: typeof shown) =>
      (await inbox.messages.list(`bots:${chatOf(emulator).id}`, { limit: 1 })).items[0];
    expect(await first(shown)).toMatchObject({
      kind: 'activity',
      author: { kind: 'system' },
      text: 'Please take over',
    });
    expect(await first(hidden)).toMatchObject({ kind: 'message' });
  });

  test('everything that the vendor was seen sending has a text or an attachment', async () => {
    const { inbox, emulator } = await startEmulated({ rateLimit: false });
    const kinds = new Set<string>();
    for (const { id, messages } of emulator.state.conversations) {
      if (messages.every(({ content }) => content.type === 'text')) continue;
      for (const message of await inbox.messages.list(`bots:${id}`).toArray({ limit: 1_000 })) {
        expect(message.text !== '' || message.attachments.length > 0).toBe(true);
        for (const { kind } of message.attachments) kinds.add(kind);
      }
    }
    expect([...kinds].toSorted()).toEqual(
      ['audio', 'contact', 'file', 'image', 'location', 'unknown', 'video', 'voice'].toSorted(),
    );
  });

  test('a message that was taken back says when', async () => {
    const now = () => Date.UTC(2026, 10, 20, 12);
    const { inbox, emulator } = await startEmulated({ now });
    const chat = chatOf(emulator, ({ messages }) => messages.some(({ content }) => content.type === 'transient'));
    const messages = await inbox.messages.list(`bots:${chat.id}`).toArray({ limit: 1_000 });
    const deleted = messages.filter(({ deletedAt }) => deletedAt !== undefined);
    expect(deleted).toMatchObject([{ text: 'Wrong chat, sorry!', deletedAt: '2026-11-20T12:00:00.000Z' }]);
  });

  test('times are read in the zone that the connection names', async () => {
    const emulated = await startEmulated({ inbox: { options: { timeZone: 'America/New_York' } } });
    const chat = chatOf(emulated.emulator);
    chat.messages = chat.messages.slice(0, 1);
    for (const message of chat.messages) message.createdAt = '2026-07-01 08:00:00';
    const { items } = await emulated.inbox.messages.list(`bots:${chat.id}`);
    expect(items).toMatchObject([{ createdAt: '2026-07-01T12:00:00.000Z' }]);
  });
});

test('nothing that the vendor is known to send is reported as drift', async () => {
  const { inbox, emulator } = await startEmulated({ rateLimit: false });
  const drifts: unknown[] = [];
  const listen = (drift: unknown) => drifts.push(drift);
  subscribe('anyinbox:drift', listen);
  onTestFinished(() => void unsubscribe('anyinbox:drift', listen));
  await inbox.conversations.list().toArray({ limit: 1_000 });
  for (const { id } of emulator.state.conversations) {
    await inbox.messages.list(`bots:${id}`).toArray({ limit: 1_000 });
    await inbox.notes.list(`bots:${id}`);
  }
  await inbox.channels.list();
  await inbox.agents.list();
  expect(drifts).toEqual([]);
});

describe('a page with an item that cannot be read', () => {
  const broken = { name: 'no id' };
  const page = (items: readonly unknown[]) => ({ cursor: { page: 1, pages: 1 }, collection: [broken, ...items] });
  const at = '2026-11-20 12:00:00';
  type Listed = { readonly items: readonly { readonly id: string }[]; readonly incomplete?: string | undefined };
  const lists: Record<string, [unknown, (inbox: SmartsenderInbox) => PromiseLike<Listed>]> = {
    conversations: [{ id: 7 }, (inbox) => inbox.conversations.list()],
    messages: [{ id: 7, createdAt: at }, (inbox) => inbox.messages.list('bots:2196')],
    notes: [{ id: 7, content: 'x' }, (inbox) => inbox.notes.list('bots:2196')],
    channels: [{ id: 7 }, (inbox) => inbox.channels.list()],
    agents: [{ id: 7 }, (inbox) => inbox.agents.list()],
  };

  test.each(Object.entries(lists))('%s: the others are listed, and the page says so', async (_, [item, list]) => {
    const { inbox, emulator } = await startEmulated();
    await inbox.conversations.get('bots:2196');
    emulator.fail({ kind: 'body', body: page([item]) });
    const { items, incomplete } = await list(inbox);
    expect(items.map(({ id }) => id)).toEqual(['bots:7']);
    expect(incomplete).toBe('1 item could not be read');
  });
});

describe('channels and agents', () => {
  test('all channels, and one switched off', async () => {
    const { inbox, emulator } = await startEmulated();
    const { items } = await inbox.channels.list();
    expect(items.map(({ nativeId, kind }) => [nativeId, kind])).toEqual(
      emulator.state.channels.map(({ id, type }) => [String(id), type]),
    );
    await inbox.channels.update('bots:118', { active: false });
    expect((await inbox.channels.get('bots:118')).active).toBe(false);
  });

  test('a name cannot be changed, and a change of nothing is refused', async () => {
    const { inbox, emulator } = await startEmulated();
    expect(await failureOf(inbox.channels.update('bots:118', { name: 'New' }))).toMatchObject({ code: 'unsupported' });
    const nothing = inbox.channels.update('bots:118', { providerOptions: { smartsender: {} } });
    expect(await failureOf(nothing)).toMatchObject({ code: 'invalid-request', outcome: 'not-sent' });
    expect(emulator.requests).toEqual([]);
  });

  test('all operators', async () => {
    const { inbox, emulator } = await startEmulated();
    const agents = await inbox.agents.list({ include: ['raw'] });
    expect(agents.items.map(({ id, name, email }) => [id, name, email])).toEqual(
      emulator.state.operators.map(({ id, info }) => [`bots:${id}`, info.fullName, info.email]),
    );
    expect(agents.items[0]?.raw).toMatchObject({ status: { name: 'Online' } });
  });
});
