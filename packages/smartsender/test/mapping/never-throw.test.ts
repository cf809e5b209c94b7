import { InboxError } from '@anyinbox/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAgent } from '../../src/agent.ts';
import { toChannel } from '../../src/channel.ts';
import { toContent } from '../../src/content.ts';
import { toConversation } from '../../src/conversation.ts';
import { toMessage } from '../../src/message.ts';
import { toNote } from '../../src/note.ts';
import { contents } from '../fixtures/contents.ts';
import { chat, message, note, operator, textContent, viberChannel } from '../fixtures/objects.ts';
import { mappingContext } from '../support/mapping.ts';

/** A JSON value in which fields of a true object are kept, dropped, or replaced by any JSON, at every level. */
function damaged(value: unknown): fc.Arbitrary<unknown> {
  const anything = fc.jsonValue({ maxDepth: 3 });
  if (typeof value !== 'object' || value === null)
    return fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: anything });
  if (Array.isArray(value))
    return fc.oneof({ weight: 5, arbitrary: fc.tuple(...value.map(damaged)) }, { weight: 1, arbitrary: anything });
  const fields = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, damaged(field)]));
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    { weight: 1, arbitrary: anything },
  );
}

const mappers = [
  { name: 'conversation', map: toConversation, examples: [chat] },
  {
    name: 'message',
    map: toMessage,
    examples: contents.map(({ template }) => ({ ...message, content: template ?? textContent })),
  },
  { name: 'note', map: toNote, examples: [note] },
  { name: 'channel', map: toChannel, examples: [viberChannel] },
  { name: 'agent', map: toAgent, examples: [operator] },
] as const;

/** Whether mapping went well. Whatever it throws must be an InboxError that says what and where, and nothing of the content. */
function mapsOrRefuses(map: () => unknown): boolean {
  try {
    map();
    return true;
  } catch (error) {
    expect(InboxError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ code: 'unexpected-response', blame: 'vendor' });
    expect((error as InboxError).message).toMatch(/cannot be read at [a-z]+(\.\w+)*$/);
    return false;
  }
}

test.each(mappers)('mapping a $name out of any JSON never throws anything but an InboxError', ({ map, examples }) => {
  const counts = { mapped: 0, refused: 0 };
  const input = fc.oneof(fc.jsonValue(), ...examples.map(damaged));
  fc.assert(
    fc.property(input, (raw) => {
      counts[mapsOrRefuses(() => map(raw, {}, mappingContext())) ? 'mapped' : 'refused'] += 1;
    }),
    { numRuns: 600 },
  );
  expect(Math.min(counts.mapped, counts.refused), 'both ways were seen').toBeGreaterThan(20);
});

test('content of any JSON is text and attachments', () => {
  const input = fc.oneof(fc.jsonValue(), ...contents.map(({ template }) => damaged(template ?? {})));
  fc.assert(
    fc.property(input, (raw) => {
      const { text, attachments } = toContent(raw);
      expect(typeof text).toBe('string');
      for (const { kind, url } of attachments) {
        expect(typeof kind).toBe('string');
        if (url !== undefined) expect(new URL(url).protocol).toMatch(/^https?:$/);
      }
    }),
    { numRuns: 600 },
  );
});
