import type { Conversation } from '@anyinbox/core';
import { chooseConversation } from './choose-conversation.ts';
import { closeConversation } from './close-conversation.ts';
import { can, type Desk } from './desk.ts';
import { listOpen } from './list-open.ts';
import { markRead } from './mark-read.ts';
import { reply } from './reply.ts';
import { prove, step } from './step.ts';

/** How many conversations are shown; among them is the one that gets an answer. */
const shown = 5;

/**
 * What a help desk does: look at what is open, read one conversation, answer it, mark it read, close it. It is written for any inbox; which
 * vendor answers is nowhere to be seen here or in what it calls.
 */
export async function workInbox(desk: Desk): Promise<void> {
  if (!can(desk, 'conversations.list')) return;
  const conversation = await look(desk);
  if (can(desk, 'messages.send.text', conversation)) await step('reply', () => reply(desk, conversation));
  if (can(desk, 'conversations.markRead', conversation)) await step('mark read', () => markRead(desk, conversation));
  if (can(desk, 'conversations.close', conversation)) await step('close', () => closeConversation(desk, conversation));
}

async function look(desk: Desk): Promise<Conversation> {
  const open = await step('list the open conversations', async () => {
    const listed = await listOpen(desk);
    prove(listed.conversations.length > 0, 'No conversation is open');
    return listed;
  });
  const newest = open.conversations.slice(0, shown);
  desk.view.openConversations(open, newest);

  const { conversation, messages } = await step('read a history', () => chooseConversation(desk, newest));
  if (messages !== undefined) desk.view.history(conversation, messages);
  return conversation;
}
