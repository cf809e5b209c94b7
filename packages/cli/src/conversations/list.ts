import type { Conversation, ConversationStatus, Page, TenantInbox } from '@anyinbox/core';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { printJson } from '../output/json.ts';
import { plain } from '../output/plain.ts';
import { printConversation } from './conversation-lines.ts';
import { printError } from './print-error.ts';
import { type InboxOptions, withInbox } from './with-inbox.ts';

export interface ListCommandOptions extends InboxOptions {
  readonly status?: Exclude<ConversationStatus, 'unknown'>;
  readonly limit: number;
}

/** Fails when a connection does, after those that others list were shown. One whose vendor cannot list is only named. */
export function listConversations(options: ListCommandOptions, context: CommandContext): Promise<number> {
  const { status, limit, json } = options;
  const { output, signal } = context;
  return withInbox(options, context, async (inbox) => {
    const page = await inbox.conversations.list({ status, limit, signal });
    const { items, nextCursor, incomplete, failures = [] } = page;
    if (json) {
      printJson(output, { conversations: items, nextCursor, incomplete, failures });
      return exitCode(inbox, page);
    }
    for (const conversation of items) printConversation(output, conversation, Date.now());
    if (items.length === 0) output.line('No conversations.');
    if (items.length === limit && nextCursor !== undefined) output.line(`There may be more: raise --limit ${limit}.`);
    if (incomplete !== undefined) output.line(`Not the whole list: ${plain(incomplete)}`);
    printFailures(context, page);
    return exitCode(inbox, page);
  });
}

function printFailures({ errors }: CommandContext, { failures = [] }: Page<Conversation>): void {
  for (const { connectionId, error } of failures) {
    if (error.code === 'unsupported')
      errors.line(`– ${plain(`${connectionId} is not in this list: ${error.message}`)}`);
    else printError(errors, error, `${connectionId} could not be read`);
  }
}

function exitCode({ connections }: TenantInbox, { failures = [] }: Page<Conversation>): number {
  const broken = failures.some(({ error }) => error.code !== 'unsupported');
  return broken || failures.length === connections.length ? exitCodes.failed : exitCodes.ok;
}
