import { InboxError } from '@anyinbox/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attachmentFields,
  channelFields,
  conversationFields,
  envelopes,
  messageFields,
  unusedFields,
} from '../../src/assumptions/index.ts';
import { channelMapper } from '../../src/channel.ts';
import { conversationMapper } from '../../src/conversation.ts';
import { findEntity } from '../../src/envelope.ts';
import { readList } from '../../src/list-envelope.ts';
import { messageMapper } from '../../src/message.ts';
import { findMessages } from '../../src/message-history.ts';
import { sentMessageMapper } from '../../src/sent-message.ts';
import { readError } from '../../src/vendor-error.ts';
import { ignoreDrift } from '../support/drifts.ts';

const now = () => 0;
const names = [
  ...[conversationFields, messageFields, channelFields, attachmentFields].flatMap((fields) =>
    Object.values(fields).flatMap(({ spellings }) => spellings.flatMap((spelling) => spelling.split('.'))),
  ),
  ...Object.values(unusedFields).flat(),
  ...[envelopes.one, envelopes.list, envelopes.messages, envelopes.total, ['errors', 'success', 'status']].flat(),
];
const name = fc.constantFrom(...names, '__proto__', 'constructor', 'toString', 'hasOwnProperty');

/** Any JSON, mostly with the names that the mappers look for. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, '', 'Open', 'Inbound', 'Customer', '2026-03-01T10:00:00', -1, 1_772_359_200),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 8 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

describe.each<[string, (body: unknown) => unknown]>([
  ['the conversation mapper', (body) => conversationMapper(ignoreDrift)(body, {})],
  ['the message mapper', (body) => messageMapper(ignoreDrift, now)(body, {})],
  ['the channel mapper', (body) => channelMapper(ignoreDrift)(body, {})],
  [
    'the mapper of sent messages',
    (body) => sentMessageMapper({ conversationId: 'c', text: '' }, ignoreDrift, now)(body, {}),
  ],
  ['the reader of lists', (body) => readList(body, 'conversations', {}, ignoreDrift)],
  ['the finder of messages', findMessages],
  ['the finder of one object', (body) => findEntity(body, 'conversation', ['id'])],
  ['the reader of errors', readError],
])('%s', (_, map) => {
  it('throws nothing but an unexpected response for any JSON', () => {
    fc.assert(
      fc.property(json, (body) => {
        try {
          map(body);
        } catch (error) {
          expect(InboxError.isInstance(error) && error.code).toBe('unexpected-response');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives plain JSON that is stable under serialising', () => {
    fc.assert(
      fc.property(json, (body) => {
        let mapped: unknown;
        try {
          mapped = map(JSON.parse(JSON.stringify({ id: 'x', ...(body as object) })));
        } catch (error) {
          expect(InboxError.isInstance(error)).toBe(true);
          return;
        }
        expect(JSON.parse(JSON.stringify(mapped) ?? 'null')).toEqual(mapped ?? null);
      }),
      { numRuns: 300 },
    );
  });
});
