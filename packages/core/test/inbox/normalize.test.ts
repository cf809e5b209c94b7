import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Normalize } from '@anyinbox/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failure } from '../support/failure.ts';
import { json, serve } from '../support/server.ts';
import { toyInbox } from '../support/toy-inbox.ts';

const answer = (body: unknown) => serve((_request, response) => json(response, body));

describe('normalize', () => {
  const corrected = async (
    conversation: Normalize['conversation'],
    body: unknown = { id: 7, name: 'Kim', mood: 'sunny' },
  ) => {
    const { url } = await answer(body);
    return toyInbox(url, { normalize: { conversation } as Normalize }).conversations.get('toy:7');
  };

  it('corrects single fields, in the ids of the vendor', async () => {
    const conversation = await corrected({
      subject: (raw) => (raw as { mood: string }).mood,
      contact: () => ({ id: 'other', name: 'Corrected' }),
      status: () => undefined,
    });
    expect(conversation).toMatchObject({
      subject: 'sunny',
      contact: { id: 'toy:other', name: 'Corrected' },
      status: 'open',
    });
  });

  it('that throws becomes an error that names it and quotes nothing', async () => {
    const error = await failure(
      corrected({
        subject: (raw) => {
          throw new Error(`cannot read ${JSON.stringify(raw)}`);
        },
      }),
    );
    expect(error).toMatchObject({ code: 'invalid-config', message: 'normalize.conversation.subject threw' });
    expect(error.stack).not.toContain('Kim');
  });
});

describe('what a vendor answers wrongly', () => {
  it.each([
    [{ name: 'Kim' }, 'conversation.id'],
    [{ id: { secret: 'Kim' } }, 'conversation.id'],
    ['Kim', 'conversation'],
    [null, 'conversation'],
    [['Kim'], 'conversation'],
  ])('%j is unexpected, at its path, and quotes nothing', async (body, path) => {
    const { url } = await answer(body);
    const error = await failure(toyInbox(url).conversations.get('toy:7'));
    expect(error).toMatchObject({ code: 'unexpected-response', blame: 'vendor', operation: 'conversations.get' });
    expect(error.message).toBe(`The vendor's answer cannot be read at ${path}`);
  });

  it('in a list names the place of the page', async () => {
    const { url } = await answer({ items: 'none' });
    expect((await failure(toyInbox(url).conversations.list())).message).toContain('body.items');
  });
});

describe('anyinbox:drift', () => {
  it('tells of each difference once, by name and type, never by value', async () => {
    const events: unknown[] = [];
    const listen = (event: unknown) => events.push(event);
    subscribe('anyinbox:drift', listen);
    onTestFinished(() => {
      unsubscribe('anyinbox:drift', listen);
    });
    const { url } = await serve((_request, response) =>
      json(response, {
        items: [
          { id: 1, name: 7, tags: ['a'] },
          { id: 2, tags: [] },
          { id: 3, name: null },
          { id: 4, name: { first: 'Kim' } },
        ],
      }),
    );
    const inbox = toyInbox(url, { connectionId: 'shop' });
    await inbox.conversations.list();
    await inbox.conversations.list();
    const common = { provider: 'toy', connectionId: 'shop', entity: 'conversation' };
    expect(events).toEqual([
      { ...common, field: 'name', change: 'changed-type', actual: 'number' },
      { ...common, field: 'tags', change: 'appeared', actual: 'array' },
      { ...common, field: 'name', change: 'vanished' },
    ]);
    await toyInbox(url, { connectionId: 'other' }).conversations.list();
    expect(events).toHaveLength(6);
  });

  it('costs a listener bounded memory when a vendor invents fields without end', async () => {
    let count = 0;
    const listen = () => count++;
    subscribe('anyinbox:drift', listen);
    onTestFinished(() => {
      unsubscribe('anyinbox:drift', listen);
    });
    const invented = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`field${index}`, 1]));
    const { url } = await answer({ id: 1, name: 'Kim', ...invented });
    await toyInbox(url).conversations.get('toy:1');
    expect(count).toBe(1000);
  });
});
