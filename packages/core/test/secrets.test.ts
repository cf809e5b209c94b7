import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { createInbox, InboxError, Secret } from '@anyinbox/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failure } from './support/failure.ts';
import { json, type ServedRequest, serve } from './support/server.ts';
import { toyInbox } from './support/toy-inbox.ts';
import { toy } from './support/toy-provider.ts';

const token = 'canary-token-51c9';
const text = 'canary-text-88d2';
const person = 'canary-person-17aa';
const canaries = [token, text, person];

/** Every way in which a person prints a value. */
function prints(value: unknown): string {
  const everything = {
    showHidden: true,
    depth: Number.POSITIVE_INFINITY,
    maxArrayLength: null,
    maxStringLength: null,
    getters: true,
  };
  const forms = [
    String(value),
    inspect(value),
    inspect(value, everything),
    inspect(value, { ...everything, customInspect: false }),
  ];
  forms.push(JSON.stringify(value) ?? '', inspect({ wrapped: [value] }, everything));
  for (let cause: unknown = value; cause instanceof Error; cause = cause.cause)
    forms.push(cause.stack ?? '', cause.message, JSON.stringify({ ...cause }));
  return forms.join('\n');
}

const expectClean = (value: unknown) => {
  const printed = prints(value);
  for (const canary of canaries) expect(printed).not.toContain(canary);
};

const said = { id: person, error: undefined, name: person, text };
const hostile: [string, (response: import('node:http').ServerResponse, request: ServedRequest) => unknown][] = [
  [
    '400 that quotes everything',
    (response, { body }) =>
      json(response, { ...said, error: { code: body ? text : token, message: `${token} ${person}` } }, 400, {
        'x-request-id': token,
      }),
  ],
  ['401 as HTML', (response) => response.writeHead(401, { 'www-authenticate': token }).end(`<p>${token} ${text}</p>`)],
  ['500 in plain text', (response) => response.writeHead(500).end(`${token} ${text}`)],
  ['200 as HTML', (response) => response.end(`<html>${token} ${text} ${person}</html>`)],
  ['200 with broken JSON', (response) => response.end(`{"token":"${token}","text":"${text}`)],
  [
    '200 of another shape',
    (response) => json(response, { items: { [text]: token }, [token]: person, name: { [person]: text } }),
  ],
  ['200 whose keys are personal', (response) => json(response, { id: { [person]: text } })],
  [
    'a redirect with the token in it',
    (response) => response.writeHead(302, { location: `https://${person}.example.com/${token}` }).end(),
  ],
  ['a reset', (response) => response.destroy()],
  [
    'half a body',
    (response) =>
      response.writeHead(200, { 'content-length': '999' }).write(`{"${text}":"${token}`, () => response.destroy()),
  ],
  ['silence', () => {}],
];

describe('no secret and no personal content is printed', () => {
  it('by what the diagnostics channels tell', async () => {
    const events: unknown[] = [];
    const listen = (event: unknown) => events.push(event);
    for (const name of ['anyinbox:drift', 'anyinbox:request', 'anyinbox:retry']) subscribe(name, listen);
    onTestFinished(() => {
      for (const name of ['anyinbox:drift', 'anyinbox:request', 'anyinbox:retry']) unsubscribe(name, listen);
    });
    const { url } = await serve((_request, response, count) =>
      count === 1
        ? json(response, {}, 503)
        : json(response, { id: person, name: 7, [`${person}@example.com`]: text, [`+${person}`]: 1 }),
    );
    await toyInbox(url).conversations.get(`toy:${person}`);
    expect(events.length).toBeGreaterThan(3);
    expectClean(events);
  });

  it.each(hostile)('by the error of %s', async (_, answer) => {
    const { url } = await serve((request, response) => answer(response, request));
    const inbox = createInbox(toy, {
      credentials: { token },
      options: { baseUrl: url },
      timeoutMs: 200,
      maxAttempts: 1,
    });
    const attempts = [
      () => inbox.messages.send(`toy:${person}`, { text }),
      () => inbox.conversations.get(`toy:${person}`),
      () => inbox.conversations.list({ assignee: { agentId: `toy:${person}` } }),
      () => inbox.native.ping({ word: text }),
    ];
    for (const attempt of attempts) expectClean(await failure(attempt()));
    expectClean(inbox);
    await inbox.close();
  });

  it('by errors of wrong input', async () => {
    const inbox = toyInbox('http://127.0.0.1:9');
    const calls = [
      () => inbox.messages.send(`${person}:${text}`, { text }),
      () => inbox.messages.send(text, { text }),
      () => inbox.messages.send('toy:1', { text, as: person } as never),
      () => inbox.messages.send('toy:1', { attachments: [{ url: `ftp://${person}` }] }),
      () => inbox.conversations.list({ cursor: text }),
      () => inbox.conversations.list({ status: person as never }),
      () => inbox.conversations.get(`toy:../${person}`),
    ];
    for (const call of calls) expectClean(await failure(call()));
  });

  it('by errors of a wrong configuration', () => {
    for (const options of [
      { credentials: { token: `${token} with space` } },
      { credentials: { token: { value: token } } },
      { credentials: { token }, options: { baseUrl: `http://${person}` } },
      { credentials: token },
      { credentials: { token }, connectionId: person.repeat(20) },
    ]) {
      let error: unknown;
      try {
        createInbox(toy, options as never);
      } catch (thrown) {
        error = thrown;
      }
      expect(InboxError.isInstance(error)).toBe(true);
      expectClean(error);
    }
  });

  it('by an inbox, a listing, an iterator or a pending call', async () => {
    const { url } = await serve((_request, response) =>
      json(response, { items: [{ id: 1, name: person }], next: 'x' }),
    );
    const inbox = createInbox(toy, { credentials: { token }, options: { baseUrl: url } });
    const listing = inbox.conversations.list();
    expectClean(listing);
    await listing;
    expectClean(listing);
    const iterator = listing[Symbol.asyncIterator]();
    await iterator.next();
    expectClean(iterator);
    await iterator.return?.();
    expectClean(inbox);
    expectClean(inbox.native);
    await inbox.close();
  });

  it('by a Secret, which gives its value only when asked', () => {
    const secret = new Secret(token);
    expectClean(secret);
    expectClean({ nested: [secret] });
    expect(`${secret}`).toBe('[secret]');
    expect(JSON.stringify({ secret })).toBe('{"secret":"[secret]"}');
    expect(secret.reveal()).toBe(token);
  });
});
