import { describe } from 'vitest';
import * as z from 'zod';
import { pigeonDeskTarget } from '../third-party/target.ts';
import { expectCaught } from './expect-caught.ts';
import { falsify } from './falsify.ts';

const anything = z.unknown();
/** Puts an id into a path by itself, where nothing looks at it. */
const deletes = falsify(pigeonDeskTarget, 'messages', 'delete', () => async (letter, call) => {
  await call.request({ method: 'DELETE', path: `/v2/letters/${letter}`, effect: 'write', response: anything });
});
const assigns = falsify(pigeonDeskTarget, 'conversations', 'assign', () => async (thread, { agentId }, _, call) => {
  const path = `/v2/threads/{thread}/keeper/${agentId}`;
  await call.request({ method: 'PUT', path, params: { thread }, effect: 'write', response: anything });
});
const testOf = (call: string) => `ids > that could reach another path never leave ${call}`;

describe('an id is caught that reaches another path from', () => {
  expectCaught([
    [
      'the message of messages.delete',
      deletes,
      testOf('messages.delete (message)'),
      /another path was reached|did not/,
    ],
    ['the agent of assign', assigns, testOf('conversations.assign.agent (agent)'), /another path was reached/],
  ]);
});
