import { type AnyProvider, createInbox, type Inbox, type InboxWith } from '@anyinbox/core';
import { toy } from '../support/toy-provider.ts';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const assert = <T extends true>(_?: T) => {};

const inbox = createInbox(toy, { credentials: { token: 'x' } });

// What is declared is there, with its types.
inbox.conversations.list({ status: 'open' });
inbox.conversations.close('id');
inbox.messages.send('id', { text: 'a', attachments: [{ url: 'https://example.com/a.png' }] });
inbox.conversations.assign('id', { agentId: 'a' }, { note: 'n' });
assert<Equal<Awaited<ReturnType<typeof inbox.native.ping>>, { pong: string }>>();
inbox.native.ping({ word: 'a' }, { signal: AbortSignal.timeout(1) });
inbox.native.account.me();

// So are the filters: only the declared ones, with the declared statuses.
inbox.conversations.list({ status: 'open', assignee: { agentId: 'a' }, channelId: 'c', limit: 5 });
// @ts-expect-error the toy cannot search
inbox.conversations.list({ search: 'kim' });
// @ts-expect-error and lists open conversations only
inbox.conversations.list({ status: 'closed' });

// What is declared `none` is absent.
// @ts-expect-error the toy cannot reopen
inbox.conversations.reopen;
// @ts-expect-error nor edit
inbox.messages.edit;
// @ts-expect-error and has no groups at all
inbox.groups;
// @ts-expect-error it assigns to agents only
inbox.conversations.assign('id', { groupId: 'g' });
// @ts-expect-error it sends nothing automated
inbox.messages.send('id', { text: 'a', automated: true });
// @ts-expect-error it has no such native call
inbox.native.pong;
// @ts-expect-error ping takes a word
inbox.native.ping();

// The configuration is typed by the provider.
// @ts-expect-error the credential is called token
createInbox(toy, { credentials: { apiKey: 'x' } });
// @ts-expect-error options are strict
createInbox(toy, { credentials: { token: 'x' }, options: { region: 'eu' } });

// On an inbox of unknown provider every operation exists.
declare const provider: AnyProvider;
const unknownInbox: Inbox = createInbox(provider, { credentials: { anything: 'x' } });
unknownInbox.conversations.reopen('id');
unknownInbox.messages.send('id', { text: 'a', automated: true, attachments: [] });
unknownInbox.groups.list();
unknownInbox.conversations.list({ status: 'snoozed', search: 'kim', unread: true, assignee: null });
const providers: AnyProvider[] = [toy];
createInbox(providers[0] as AnyProvider, { connectionId: 'a', credentials: {}, options: {} });

// `supports` narrows both.
function reopens(target: InboxWith<'conversations.reopen'>): void {
  target.conversations.reopen('id');
  target.capabilities['conversations.reopen'].via;
}
// @ts-expect-error not yet asked
reopens(unknownInbox);
// @ts-expect-error the toy never can
reopens(inbox);
if (unknownInbox.supports('conversations.reopen')) {
  reopens(unknownInbox);
  const via: 'native' | 'composed' | 'mirror' = unknownInbox.capabilities['conversations.reopen'].via;
  void via;
} else {
  unknownInbox.conversations.list();
}
if (inbox.supports('conversations.reopen')) {
  inbox.conversations.reopen('id');
  inbox.conversations.close('id');
}
// @ts-expect-error no such operation
inbox.supports('conversations.explode');

// A function asks for what it needs, and takes any inbox that surely has it.
async function answerAll(target: InboxWith<'conversations.list' | 'messages.send.text'>): Promise<void> {
  for await (const conversation of target.conversations.list({ status: 'open' })) {
    await target.messages.send(conversation.id, { text: 'hello' });
    if (target.supports('conversations.markRead')) await target.conversations.markRead(conversation.id);
  }
}
void answerAll(inbox);

// A listing is awaited for a page and iterated for items.
const page = await inbox.conversations.list();
assert<Equal<(typeof page)['nextCursor'], string | undefined>>();
