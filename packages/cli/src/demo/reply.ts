import type { Message } from '@anyinbox/core';
import { readHistory } from './choose-conversation.ts';
import type { Desk, Known } from './desk.ts';
import { prove } from './step.ts';

const text = 'Thank you, a colleague is on it 👍';

export async function reply(desk: Desk, conversation: Known): Promise<void> {
  const sent = await desk.inbox.messages.send(conversation.id, { text }, { signal: desk.signal });
  const where = await seenAgain(desk, conversation, sent);
  desk.view.done('replied', where === undefined ? 'the vendor took the message' : `seen ${where}: "${text}"`);
}

/** Where the reply can be seen; undefined where the inbox shows nothing of the kind. */
async function seenAgain(desk: Desk, conversation: Known, sent: Message): Promise<string | undefined> {
  const { inbox, signal } = desk;
  if (inbox.supports('messages.list')) {
    const found = (await readHistory(desk, conversation)).find(({ id }) => id === sent.id);
    prove(found !== undefined, 'The reply is not in the history that was read back');
    proveText(found?.text);
    return 'in the history';
  }
  if (inbox.supports('messages.get')) {
    proveText((await inbox.messages.get(sent.id, { signal })).text);
    return 'when read back';
  }
  const last = inbox.supports('conversations.get')
    ? (await inbox.conversations.get(conversation.id, { signal })).lastMessage
    : undefined;
  if (last === undefined) return undefined;
  proveText(last?.text);
  return 'as last message';
}

function proveText(found: string | undefined): void {
  prove(found === text, 'The reply has another text when it is read back');
}
