import { createInbox } from '@anyinbox/core';
import { describe, expect, it } from 'vitest';
import { everythingProvider } from '../support/everything-provider.ts';
import { failure } from '../support/failure.ts';
import { pagedVendor } from '../support/paged-vendor.ts';
import { json, serve } from '../support/server.ts';
import { toyInbox } from '../support/toy-inbox.ts';

const numbers = (page: { items: readonly { nativeId: string }[] }) =>
  page.items.map(({ nativeId }) => Number(nativeId));

describe('a cursor', () => {
  it('continues in another process where the page ended, within a page of the vendor too', async () => {
    const vendor = await pagedVendor(12);
    const read: number[][] = [];
    let cursor: string | undefined;
    do {
      const page = await toyInbox(vendor.url).conversations.list({ limit: 3, ...(cursor && { cursor }) });
      read.push(numbers(page));
      cursor = page.nextCursor;
    } while (cursor);
    expect(read).toEqual([
      [12, 11, 10],
      [9, 8, 7],
      [6, 5, 4],
      [3, 2, 1],
    ]);
  });

  it('gives no item twice when pages shifted meanwhile', async () => {
    const vendor = await pagedVendor(12);
    const first = await toyInbox(vendor.url).conversations.list();
    // The oldest conversation gets a message: everything slides down by one, and 8 stands on the second page now.
    vendor.items.unshift(vendor.items.pop() as number);
    const rest = await toyInbox(vendor.url).conversations.list({ cursor: first.nextCursor }).toArray({ limit: 100 });
    expect(numbers({ items: rest })).toEqual([7, 6, 5, 4, 3, 2]);
  });

  it('is refused by another connection, query, operation or version, and when it is none', async () => {
    const vendor = await pagedVendor(12);
    const inbox = toyInbox(vendor.url);
    const cursor = (await inbox.conversations.list({ status: 'open' })).nextCursor as string;
    const requests = vendor.requests.length;
    const content = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const forged = (change: object) => Buffer.from(JSON.stringify({ ...content, ...change })).toString('base64url');
    const refused = [
      toyInbox(vendor.url, { connectionId: 'other' }).conversations.list({ status: 'open', cursor }),
      inbox.conversations.list({ cursor }),
      inbox.conversations.list({ status: 'open', assignee: { agentId: 'toy:a' }, cursor }),
      inbox.messages.list('toy:1', { cursor }),
      inbox.conversations.list({ status: 'open', cursor: forged({ v: 2 }) }),
      inbox.conversations.list({ status: 'open', cursor: forged({ s: [7] }) }),
      inbox.conversations.list({ status: 'open', cursor: forged({ extra: 1 }) }),
      inbox.conversations.list({ status: 'open', cursor: 'bm9uZQ' }),
      inbox.conversations.list({ status: 'open', cursor: '' }),
      inbox.conversations.list({ status: 'open', cursor: 'not base64 ✗' }),
    ];
    for (const listing of refused) {
      const error = await failure(listing);
      expect(error).toMatchObject({ code: 'invalid-request', blame: 'caller' });
      expect(error.message).toMatch(/^cursor cannot be used here/);
    }
    expect(vendor.requests).toHaveLength(requests);
    expect(numbers(await inbox.conversations.list({ status: 'open', limit: 3, cursor }))).toEqual([7, 6, 5]);
  });

  it('pages a long list that the vendor answers whole exactly as iterating does', async () => {
    const { url } = await serve((_request, response) =>
      json(response, { items: Array.from({ length: 1500 }, (_, index) => ({ id: index })) }),
    );
    const read: number[] = [];
    let cursor: string | undefined;
    let longest = 0;
    do {
      const page = await toyInbox(url).conversations.list({ limit: 100, cursor });
      read.push(...numbers(page));
      cursor = page.nextCursor;
      longest = Math.max(longest, cursor?.length ?? 0);
    } while (cursor && read.length < 3000);
    expect(read).toEqual(Array.from({ length: 1500 }, (_, index) => index));
    expect(longest).toBeLessThan(1500);
  });

  it('into a page finds its place again after arrivals, and after what it went by is gone', async () => {
    const list = { items: Array.from({ length: 200 }, (_, index) => ({ id: index })) };
    const { url } = await serve((_request, response) => json(response, list));
    const first = await toyInbox(url).conversations.list({ limit: 100 });
    const next = async () => numbers(await toyInbox(url).conversations.list({ limit: 3, cursor: first.nextCursor }));
    expect(await next()).toEqual([100, 101, 102]);
    // Ten arrive, and the last one that was handed out jumps to the top.
    const [bumped] = list.items.splice(99, 1);
    list.items.unshift(...Array.from({ length: 10 }, (_, index) => ({ id: 1000 + index })), bumped as { id: number });
    expect(await next()).toEqual([100, 101, 102]);
    // Everything that was handed out lately leaves the list.
    list.items = list.items.filter(({ id }) => id < 30 || id >= 100);
    expect((await next()).length).toBeLessThanOrEqual(3);
  });

  it('of one listing is refused by another', async () => {
    const { url } = await serve((_request, response) => json(response, { items: [{ id: 1 }, { id: 2 }], next: 'x' }));
    const { provider } = everythingProvider();
    const options = { connectionId: 'x', credentials: {}, options: {} };
    const inbox = createInbox(provider, options);
    const { nextCursor: cursor = '' } = await toyInbox(url).agents.list({ limit: 1 });
    expect(cursor).not.toBe('');
    expect((await failure(toyInbox(url).conversations.list({ cursor }))).code).toBe('invalid-request');
    expect((await failure(inbox.groups.list({ cursor }))).code).toBe('invalid-request');
  });
});
