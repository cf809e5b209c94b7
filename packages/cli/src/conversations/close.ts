import type { CommandContext } from '../command-context.ts';
import { plain } from '../output/plain.ts';
import { type InboxOptions, withInbox } from './with-inbox.ts';
import { writeResult } from './write-result.ts';

export function closeConversation(id: string, options: InboxOptions, context: CommandContext): Promise<number> {
  const { signal } = context;
  return withInbox(options, context, (inbox) => {
    const write = {
      words: { 'not-sent': 'Not closed', sent: 'Closed, but', unknown: 'It is not known whether it was closed' },
      json: options.json === true,
      run: () => inbox.conversations.close(id, { signal }),
      describe: () => ({ line: `Closed: ${plain(id)}`, data: { id } }),
    };
    return writeResult(write, context);
  });
}
