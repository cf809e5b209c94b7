import type { Operation } from '@anyinbox/core';

/** What makes something new each time: never repeated when the vendor may have taken it. */
export const creatingWrites = [
  'messages.send.text',
  'messages.send.file',
  'messages.send.automated',
  'notes.add',
  'channels.createWebsite',
  'channels.rotateToken',
] as const satisfies readonly Operation[];

/** What brings about a state: repeating it changes nothing. */
export const settingWrites = [
  'conversations.close',
  'conversations.reopen',
  'conversations.markRead',
  'conversations.assign.agent',
  'conversations.assign.group',
  'conversations.unassign',
  'messages.edit',
  'channels.update',
  'channels.setAiAgent',
  'agents.setOnline',
] as const satisfies readonly Operation[];

/** The same, but what is gone may be not found the second time. */
export const removingWrites = ['messages.delete', 'channels.delete'] as const satisfies readonly Operation[];
