import { expect, test } from 'vitest';
import { webhooks } from '../../src/webhooks.ts';

/** The block of a funnel, whose body its owner writes (vendors/smartsender.md §Webhooks). */
const read = (body: unknown) => webhooks.read(body, undefined as never);

test('the same body is the same event, and another one another', () => {
  const keyOf = (body: unknown) => read(body).events[0]?.key;
  expect(keyOf({ a: 1, b: 2 })).toBe(keyOf({ b: 2, a: 1 }));
  expect(keyOf({ a: 1 })).not.toBe(keyOf({ a: 2 }));
});
