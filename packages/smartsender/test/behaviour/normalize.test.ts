import { expect, test } from 'vitest';
import { chatOf, failureOf, startEmulated } from '../support/emulated.ts';

interface RawMessage {
  sender: { type: string; fullName: string };
}

test('an app corrects one field of a message, and the rest stays', async () => {
  const author = (raw: unknown) => {
    const { sender } = raw as RawMessage;
    return sender.type === 'operator' ? { kind: 'bot' as const, name: 'Robot' } : undefined;
  };
  const { inbox, emulator } = await startEmulated({ inbox: { normalize: { message: { author } } } });
  const chat = chatOf(emulator, ({ messages }) => messages.some(({ sender }) => sender.type === 'operator'));
  const messages = await inbox.messages.list(`bots:${chat.id}`).toArray({ limit: 1_000 });
  const kinds = messages.map(({ author: { kind } }) => kind);
  expect(kinds).toContain('bot');
  expect(kinds).toContain('contact');
  expect(kinds).not.toContain('agent');
  expect(messages).toHaveLength(chat.messages.length);
  expect(messages.filter(({ author: { kind } }) => kind === 'bot')[0]?.text).not.toBe('');
});

test('what an app reads from a chat goes before what the filter tells', async () => {
  const normalize = { conversation: { status: () => 'pending' as const } };
  const { inbox } = await startEmulated({ inbox: { normalize } });
  const { items } = await inbox.conversations.list({ status: 'open', limit: 1 });
  expect(items).toMatchObject([{ status: 'pending' }]);
});

test('an app finds the items of a page of another form', async () => {
  const list = (body: unknown) => {
    const { rows } = body as { rows?: unknown[] };
    return rows && { items: rows };
  };
  const { inbox, emulator } = await startEmulated({ inbox: { normalize: { list } } });
  emulator.fail({ kind: 'body', body: { rows: emulator.state.channels.slice(0, 2) } });
  expect((await inbox.channels.list()).items.map(({ nativeId }) => nativeId)).toEqual(['118', '119']);
});

test('a correction that throws after a send says that it was sent, and repeats nothing of it', async () => {
  const text = (raw: unknown): string => {
    throw new Error(`cannot read ${JSON.stringify(raw)}`);
  };
  const { inbox, emulator } = await startEmulated({ inbox: { normalize: { message: { text } } } });
  const error = await failureOf(inbox.messages.send(`bots:${chatOf(emulator).id}`, { text: 'Secret words' }));
  expect(error).toMatchObject({ code: 'invalid-config', outcome: 'sent' });
  expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain('Secret');
});
