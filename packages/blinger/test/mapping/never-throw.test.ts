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
import { conversation, group, operator, sentMessage } from '../fixtures/objects.ts';
import { damaged } from '../support/damaged.ts';
import { mappingContext } from '../support/mapping.ts';

const canary = 'canary-of-';

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
