import { type Conversation, InboxError, type Message, parseId, type TenantInbox } from '@anyinbox/core';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { printJson } from '../output/json.ts';
import { authorWords, messageWords } from '../output/message-words.ts';
import type { Output } from '../output/output.ts';
import { plain } from '../output/plain.ts';
import { printColumns } from '../output/table.ts';
import { printConversation } from './conversation-lines.ts';
import { type InboxOptions, withInbox } from './with-inbox.ts';

export interface ShowOptions extends InboxOptions {
  readonly limit: number;
}

export function showConversation(id: string, options: ShowOptions, context: CommandContext): Promise<number> {
  const { output, signal } = context;
  return withInbox(options, context, async (inbox) => {
    const conversation = await read(inbox, id, signal);
    const history = await readHistory(inbox, id, { limit: options.limit, signal });
    if (options.json) {
      printJson(output, { conversation, ...history });
      return exitCodes.ok;
    }
    if (conversation !== undefined) printConversation(output, conversation, Date.now());
    if (history.messages !== undefined) printMessages(output, history.messages);
    else output.line(`No history: ${plain(history.unavailable)}`);
    return exitCodes.ok;
  });
}

/** Undefined where the vendor shows histories only. */
async function read(inbox: TenantInbox, id: string, signal: AbortSignal): Promise<Conversation | undefined> {
  const connection = inbox.connection(parseId(id).connectionId);
  if (!connection.supports('conversations.get') && connection.supports('messages.list')) return undefined;
  return inbox.conversations.get(id, { signal });
}

type History = { readonly messages: readonly Message[] } | { readonly messages?: never; readonly unavailable: string };

/** The latest messages, newest first; or why the vendor shows none. */
async function readHistory(
  inbox: TenantInbox,
  id: string,
  options: { limit: number; signal: AbortSignal },
): Promise<History> {
  try {
    return { messages: (await inbox.messages.list(id, options)).items };
  } catch (error) {
    if (InboxError.isInstance(error) && error.code === 'unsupported') return { unavailable: error.message };
    throw error;
  }
}

/** Oldest first, as a conversation is read. Times are UTC. */
function printMessages(output: Output, messages: readonly Message[]): void {
  if (messages.length === 0) output.line('No messages.');
  const rows = messages.toReversed().map((message) => {
    const time = message.createdAt.slice(0, 16).replace('T', ' ');
    return [{ text: time, paint: output.paint.dim }, authorWords(message), messageWords(message)];
  });
  if (rows.length > 0) printColumns(output, [{ width: 16 }, { width: 19 }, { wrap: true }], rows);
}
