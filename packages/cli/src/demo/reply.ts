import type { Conversation } from '@anyinbox/core';
import { readHistory } from './choose-conversation.ts';
import type { Desk } from './desk.ts';
import { prove } from './step.ts';

const text = 'Thank you, a colleague is on it 👍';

export async function reply(desk: Desk, conversation: Conversation): Promise<void> {
  const { inbox, view, signal } = desk;
  const sent = await inbox.messages.send(conversation.id, { text }, { signal });
  if (!inbox.supports('messages.list')) return view.done('replied', 'the vendor took the message');

  const messages = await readHistory(desk, conversation);
  const found = messages.find(({ id }) => id === sent.id);
  prove(found !== undefined, 'The reply is not in the history that was read back');
  prove(found?.text === text, 'The reply has another text when it is read back');
  view.done('replied', `seen in the history: "${text}"`);
}
