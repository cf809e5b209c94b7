import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { closeConversation } from './close.ts';
import { type ListCommandOptions, listConversations } from './list.ts';
import { replyTo } from './reply.ts';
import { type ShowOptions, showConversation } from './show.ts';
import type { InboxOptions } from './with-inbox.ts';

export function addConversationsCommand(program: Command, context: CommandContext): void {
  const conversations = program
    .command('conversations')
    .description('work in the inbox of a tenant, its vendors merged');
  const idHelp = 'the id of a conversation, as list prints it';

  inInbox(conversations.command('list'))
    .description('the conversations, newest activity first')
    .addOption(new Option('-s, --status <status>', 'only these').choices(['open', 'pending', 'snoozed', 'closed']))
    .option('-l, --limit <number>', 'at most so many', readLimit, 20)
    .action(async (options: ListCommandOptions) => context.exit(await listConversations(options, context)));

  inInbox(conversations.command('show'))
    .description('one conversation with its latest messages')
    .argument('<id>', idHelp)
    .option('-l, --limit <number>', 'at most so many messages', readLimit, 20)
    .action(async (id: string, options: ShowOptions) => context.exit(await showConversation(id, options, context)));

  inInbox(conversations.command('reply'))
    .description('answer a conversation; exit code 3 when nobody can say whether it was sent')
    .argument('<id>', idHelp)
    .argument('[text]', 'what to say; read from the standard input if absent')
    .action(async (id: string, text: string | undefined, options: InboxOptions) =>
      context.exit(await replyTo(id, text, options, context)),
    );

  inInbox(conversations.command('close'))
    .description('close a conversation; exit code 3 when nobody can say whether it was closed')
    .argument('<id>', idHelp)
    .action(async (id: string, options: InboxOptions) => context.exit(await closeConversation(id, options, context)));
}

function inInbox(command: Command): Command {
  return command
    .requiredOption('-c, --config <file>', 'the file of the tenants')
    .option('-t, --tenant <id>', 'whose inbox; may be left out when the file has one tenant')
    .option('--json', 'print it for programs');
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 10_000) return limit;
  throw new InvalidArgumentError('It must be a number from 1 to 10000.');
}
