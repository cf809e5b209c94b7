import type { Message, Operation } from '@anyinbox/core';
import { readHistory } from './choose-conversation.ts';
import type { Desk, Known } from './desk.ts';
import { prove } from './step.ts';

const text = 'Thank you, a colleague is on it 👍';

export async function reply(desk: Desk, conversation: Known): Promise<void> {
  const sent = await desk.inbox.messages.send(conversation.id, { text }, { signal: desk.signal });
  const where = await seenAgain(desk, conversation, sent);
  desk.view.done('replied', where === undefined ? 'the vendor took the message' : `seen ${where}: "${text}"`);
}

/** Where the vendor shows the reply; undefined where it shows nothing of the kind. What the mirror shows is no proof: it has it from ourselves. */
async function seenAgain(desk: Desk, conversation: Known, sent: Message): Promise<string | undefined> {
  const { inbox, signal } = desk;
  if (isLive(desk, 'messages.list')) {
    proveText(await textInHistory(desk, conversation, sent));
    return 'in the history';
  }
  if (isLive(desk, 'messages.get')) {
    proveText((await inbox.messages.get(sent.id, { signal })).text);
    return `when read back${await keptToo(desk, conversation, sent)}`;
  }
  const last = isLive(desk, 'conversations.get')
    ? (await inbox.conversations.get(conversation.id, { signal })).lastMessage
    : undefined;
  if (last === undefined) return undefined;
  proveText(last?.text);
  return `as last message${await keptToo(desk, conversation, sent)}`;
}

async function keptToo(desk: Desk, conversation: Known, sent: Message): Promise<string> {
  if (!desk.inbox.supports('messages.list')) return '';
  proveText(await textInHistory(desk, conversation, sent));
  return ', and kept in the history';
}

async function textInHistory(desk: Desk, conversation: Known, { id }: Message): Promise<string> {
  const found = (await readHistory(desk, conversation)).find((message) => message.id === id);
  if (found === undefined) throw new Error('The reply is not in the history that was read back');
  return found.text;
}

function isLive({ inbox }: Desk, operation: Operation): boolean {
  const capability = inbox.capabilities[operation];
  return capability.level !== 'none' && capability.via !== 'mirror';
}

function proveText(found: string | undefined): void {
  prove(found === text, 'The reply has another text when it is read back');
}
