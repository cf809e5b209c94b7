import type { Operation } from '@anyinbox/core';
import type { KnownThings } from './target.ts';

export type Thing = keyof KnownThings;

/** Of which known things each operation takes the id. */
export const thingsOf: { readonly [O in Operation]?: readonly Thing[] } = {
  'conversations.get': ['conversation'],
  'conversations.close': ['conversation'],
  'conversations.reopen': ['closedConversation'],
  'conversations.markRead': ['conversation'],
  'conversations.assign.agent': ['conversation', 'agent'],
  'conversations.assign.group': ['conversation', 'group'],
  'conversations.unassign': ['conversation'],
  'messages.list': ['conversation'],
  'messages.get': ['message'],
  'messages.send.text': ['conversation'],
  'messages.send.file': ['conversation'],
  'messages.send.automated': ['conversation'],
  'messages.edit': ['message'],
  'messages.delete': ['message'],
  'notes.add': ['conversation'],
  'notes.list': ['conversation'],
  'channels.get': ['channel'],
  'channels.update': ['channel'],
  'channels.delete': ['channel'],
  'channels.rotateToken': ['channel'],
  'channels.setAiAgent': ['channel'],
  'agents.setOnline': ['agent'],
};
