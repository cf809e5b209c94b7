import type { MirrorRecord } from '@anyinbox/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agentMessage, file, pushedMessage } from '../fixtures/objects.ts';
import { answer, fragment, question, started, transcript, visitor } from '../fixtures/webhooks.ts';
import { openDesk } from '../support/desk.ts';

const later = 86_400_000;
const again = { ...question, id: 'n3xtV1s1tKSjmCtyK', text: 'And the red one?', createdAt: question.createdAt + later };
const failed = {
  ...agentMessage,
  id: 'f41lEdKSjmCtyK78x',
  createdAt: again.createdAt + 1000,
  forwardedToSourceStatus: { isSuccess: false, error: 'BLOCKED' },
};
const renamed = { ...visitor, displayedName: 'Vera Lamp-Hill', groupId: undefined };

/** Two visits of one person, and each body that tells of them. */
const bodies = [
  started,
  { ...fragment, messages: [question] },
  fragment,
  transcript,
  { ...started, message: again, visitor: renamed },
  { ...fragment, messages: [again, { ...pushedMessage, createdAt: again.createdAt + 5, attachments: [file] }] },
  { ...fragment, messages: [{ ...failed, forwardedToSourceStatus: undefined }], visitor: renamed },
  { ...fragment, messages: [failed], visitor: renamed },
  { ...transcript, messages: [failed, again, answer, question], visitor: renamed },
];

/** What is kept of a conversation and its messages, but for when it was heard. */
async function mirrorOf(order: readonly number[]): Promise<readonly MirrorRecord[]> {
  const { store, post } = openDesk();
  for (const index of order) expect((await post(bodies[index])).status).toBe(200);
  const scope = { tenantId: 'acme', connectionId: 'mail' };
  const messages = ['visitor', 'agent', 'pushed'].flatMap((kind) =>
    [question, answer, again, failed, pushedMessage].map(({ id }) => `${kind}:${id}`),
  );
  const records = [
    ...(await store.get(scope, 'conversation', [visitor.id])),
    ...(await store.get(scope, 'message', messages)),
  ];
  return records.map((record) => ({ ...record, stamps: { ...record.stamps, '~heard': '' } }));
}

test('whatever the order of the webhooks, and however often each comes, the mirror is the same', async () => {
  const all = bodies.map((_, index) => index);
  const whole = await mirrorOf(all);
  expect(whole.length).toBeGreaterThan(5);
  const anyOrder = fc.tuple(
    fc.shuffledSubarray(all, { minLength: all.length }),
    fc.array(fc.nat(bodies.length - 1), { maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(anyOrder, async ([order, repeats]) => {
      expect(await mirrorOf([...repeats, ...order])).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

test('in the end it is closed, by who it was last, with the failure', async () => {
  const [conversation, ...records] = await mirrorOf(bodies.map((_, index) => index).toReversed());
  expect(conversation?.value).toMatchObject({ status: 'closed', contact: { name: 'Vera Lamp-Hill' } });
  expect(records.find(({ id }) => id === `agent:${failed.id}`)?.value).toMatchObject({
    delivery: { state: 'failed', reason: 'BLOCKED' },
  });
});
