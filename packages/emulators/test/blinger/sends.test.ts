import { describe, expect, test } from 'vitest';
import { blinger, type Success } from '../support/blinger.ts';
import { testClock } from '../support/clock.ts';

async function withConversation(options: Parameters<typeof blinger>[0] = {}) {
  const clock = testClock();
  const scene = await blinger({ seed: 'empty', now: clock.now, ...options });
  const { id } = scene.emulator.addConversation({ text: 'Hello' });
  const record = scene.emulator.state.conversations[0];
  if (record === undefined) throw new Error('The conversation is there');
  clock.advance(60_000);
  const call = <T = Success>(name: string, fields: object) =>
    scene.client.post<T>(`/conversations/${name}`, { conversation_id: id, ...fields });
  return { ...scene, clock, id, record, call };
}

const later = Date.UTC(2026, 10, 20, 12, 1, 0) / 1000;
const url = 'https://cdn.example.com/files/invoice.pdf?v=2';

describe.each([
  ['send-message', { text: 'Good morning 🙂' }, 'Good morning 🙂'],
  ['send-file-message', { file_url: url }, url],
])('%s', (name, fields, text) => {
  test('is kept and answers the conversation as it is then', async () => {
    const { call, id, record } = await withConversation();
    const { status, body } = await call(name, fields);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 200,
      data: {
        id,
        status: 'unassigned',
        operator_user_id: null,
        last_message: text,
        last_message_date: later,
        date_updated: later,
        unread_count: 0,
        is_outgoing: true,
        is_operator_last_message: true,
        waiting_operator_response: false,
        is_new_conversation: false,
      },
    });
    expect(record.messages.map(({ message, is_outgoing }) => [message, is_outgoing])).toEqual([
      ['Hello', false],
      [text, true],
    ]);
  });

  test('goes from the account to the client', async () => {
    const { call, record } = await withConversation();
    await call(name, fields);
    const [received, sent] = record.messages;
    expect(sent).toMatchObject({
      from_blinger_user_id: received?.to_blinger_user_id,
      to_blinger_user_id: record.from_blinger_user_id,
      from_user_id: received?.to_user_id,
      to_user_id: record.fromUser.user_id,
      date_created: later,
    });
  });

  test('can answer the message instead', async () => {
    const { call, record } = await withConversation({ sendAnswer: 'message' });
    expect((await call(name, fields)).body.data).toEqual(record.messages[1]);
  });
});

describe('send-note', () => {
  test('is kept for operators, and the conversation does not show it', async () => {
    const { emulator, call, record } = await withConversation();
    const before = structuredClone(record);
    const second = emulator.state.operators[1];
    const { body } = await call('send-note', { text: 'Call her back', operator_id: second?.id });
    expect(body.data).toMatchObject({ id: record.id, last_message: 'Hello', unread_count: 1 });
    expect(JSON.stringify(body)).not.toContain('Call her back');
    expect(record).toEqual({
      ...before,
      notes: [{ id: expect.any(Number), text: 'Call her back', operator_id: second?.id, date_created: later }],
    });
  });

  test('is the admin operator’s by default, and can be answered', async () => {
    const { emulator, call, record } = await withConversation({ sendAnswer: 'message' });
    const { body } = await call('send-note', { text: 'Call her back' });
    expect(body.data).toEqual(record.notes[0]);
    expect(record.notes[0]?.operator_id).toBe(emulator.state.operators[0]?.id);
  });
});
