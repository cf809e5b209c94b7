import { describe, expect, test } from 'vitest';
import { pick, startEmulated } from '../support/emulated.ts';
import { failureOf } from '../support/failure.ts';
import type { BlingerInbox } from '../support/wire.ts';

type Native = BlingerInbox['native']['conversations'];

describe('the vendor’s own calls', () => {
  test.each<[string, (native: Native) => Promise<unknown>, string]>([
    ['no input', (native) => native.close(undefined as never), 'conversations.close: '],
    ['a missing id', (native) => native.get({} as never), 'conversations.get.conversation_id: '],
    [
      'an id that is none',
      (native) => native.start({ conversation_id: '2&operator_id=1' }),
      'conversations.start.conversation_id: ',
    ],
    [
      'a field that the endpoint has not',
      (native) => native.assignGroup({ conversation_id: 2, group_id: 1, disable_webhook: 1 } as never),
      'conversations.assignGroup.disable_webhook: is not known',
    ],
    [
      'an empty text',
      (native) => native.sendMessage({ conversation_id: 2, text: '' }),
      'conversations.sendMessage.text: ',
    ],
    [
      'a flag of another type',
      (native) => native.unassign({ conversation_id: 2, disable_webhook: true as never }),
      'conversations.unassign.disable_webhook: ',
    ],
  ])('%s: refused before any request', async (_, call, message) => {
    const { inbox, emulator } = await startEmulated();
    const error = await failureOf(call(inbox.native.conversations));
    expect(error).toMatchObject({
      code: 'invalid-request',
      blame: 'caller',
      message: expect.stringContaining(message),
    });
    expect(error.message).not.toContain('operator_id=1');
    expect(emulator.requests).toEqual([]);
  });

  test('have the same errors as the common ones', async () => {
    const { inbox, emulator } = await startEmulated();
    const held = pick(emulator, ({ status }) => status === 'inbox');
    const other = emulator.state.operators.find(({ user_id }) => user_id !== held.operator_user_id)?.id ?? 0;
    const { start, get } = inbox.native.conversations;
    expect(await failureOf(start({ conversation_id: held.id, operator_id: other }))).toMatchObject({
      code: 'conflict',
      operation: 'native.conversations.start',
      outcome: 'not-sent',
    });
    expect(await failureOf(get({ conversation_id: 1 }))).toMatchObject({ code: 'not-found' });
  });

  test('answer objects with ids as strings, or refuse what is none', async () => {
    const { inbox, emulator } = await startEmulated();
    const { id, operator_user_id, date_created } = pick(emulator, ({ status }) => status === 'inbox');
    const found = await inbox.native.conversations.get({ conversation_id: id });
    expect(found).toMatchObject({ id: String(id), operator_user_id: String(operator_user_id), date_created });
    const [operator] = await inbox.native.operators.all();
    expect(operator?.user_id).toBe(String(emulator.state.operators[0]?.user_id));
    expect((await inbox.native.operators.groups()).map(({ title }) => title)).toEqual(
      emulator.state.groups.map(({ title }) => title),
    );
    for (const [data, place] of [
      [7, 'body.data'],
      [[7], 'body.data'],
    ] as const) {
      emulator.fail({ kind: 'body', body: { status: 200, data } });
      const error = await failureOf(inbox.native.conversations.get({ conversation_id: id }));
      expect(error).toMatchObject({ code: 'unexpected-response', message: expect.stringContaining(place) });
    }
    emulator.fail({ kind: 'body', body: { status: 200, data: [7] } });
    expect((await failureOf(inbox.native.operators.all())).message).toContain('body.data.0');
  });
});
