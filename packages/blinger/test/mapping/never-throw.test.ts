import { InboxError } from '@anyinbox/core/provider';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAgent } from '../../src/agent.ts';
import { toConversation } from '../../src/conversation.ts';
import { answer, dataOf } from '../../src/envelope.ts';
import { toGroup } from '../../src/group.ts';
import { readList } from '../../src/read-list.ts';
import { toSentMessage, toSentNote } from '../../src/sent.ts';
import { readError } from '../../src/vendor-error.ts';
import { conversation, group, operator, secrets, sentMessage } from '../fixtures/objects.ts';
import { mappingContext } from '../support/mapping.ts';

const canary = 'canary-of-';

/** A JSON value in which fields of a true object are kept, dropped, or replaced by any JSON, at every level; secrets turn up anywhere. */
function damaged(value: unknown): fc.Arbitrary<unknown> {
  const secret = fc.constantFrom('token', 'extra_field_secret_key', 'conversations_token');
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.tuple(secret, fc.jsonValue({ maxDepth: 1 })).map(([name, other]) => ({ other, [name]: secrets[name] })),
  );
  if (typeof value !== 'object' || value === null)
    return fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: anything });
  if (Array.isArray(value))
    return fc.oneof({ weight: 5, arbitrary: fc.tuple(...value.map(damaged)) }, { weight: 1, arbitrary: anything });
  // Secrets stay where they are: anywhere else nobody could know them.
  const fields = Object.entries(value).map(([name, field]) => [
    name,
    Object.hasOwn(secrets, name) ? fc.constant(field) : damaged(field),
  ]);
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(Object.fromEntries(fields), { requiredKeys: [] }) },
    { weight: 1, arbitrary: anything },
  );
}

const said = { conversationId: '2', text: 'Hi', agentId: undefined };
const mappers: readonly [string, (data: unknown) => unknown, unknown][] = [
  ['a conversation', (data) => toConversation(data, {}, mappingContext()), conversation],
  ['an operator', (data) => toAgent(data, {}, mappingContext()), operator],
  ['a group', (data) => toGroup(data, mappingContext().reportDrift), group],
  ['a sent message', (data) => toSentMessage(data, {}, { ...said, attachments: [] }, 0), sentMessage],
  ['a sent note', (data) => toSentNote(data, {}, said), { id: 88, date_created: 1_559_737_700 }],
];

test.each(mappers)('%s out of any JSON: an object without secrets, or an InboxError', (_, map, example) => {
  const counts = { mapped: 0, refused: 0 };
  const body = fc.record({ status: fc.constant(200), data: fc.oneof(fc.jsonValue(), damaged(example)) });
  fc.assert(
    fc.property(body, (given) => {
      try {
        // As it comes over the wire, where there is no -0.
        const mapped = map(dataOf(answer.parse(JSON.parse(JSON.stringify(given)))));
        counts.mapped++;
        expect(JSON.stringify(mapped)).not.toContain(canary);
        expect(JSON.parse(JSON.stringify(mapped))).toEqual(mapped);
      } catch (error) {
        if (!InboxError.isInstance(error)) throw error;
        counts.refused++;
        expect(error).toMatchObject({ code: 'unexpected-response', blame: 'vendor' });
        expect(error.message).toMatch(/cannot be read at [a-z]+(\.\w+)*$/);
      }
    }),
    { numRuns: 400 },
  );
  expect(Math.min(counts.mapped, counts.refused), 'both ways were seen').toBeGreaterThan(15);
});

test('any body is a list, an error or unexpected', () => {
  const body = fc.oneof(fc.jsonValue(), damaged({ status: 200, data: [conversation], error: 'x' }));
  fc.assert(
    fc.property(body, (given) => {
      const error = readError(given);
      expect(JSON.stringify(error) ?? '').not.toContain(canary);
      try {
        expect(JSON.stringify(readList(answer.parse(given), {}))).not.toContain(canary);
      } catch (failure) {
        expect(failure).toMatchObject({ code: 'unexpected-response' });
      }
    }),
    { numRuns: 400 },
  );
});
