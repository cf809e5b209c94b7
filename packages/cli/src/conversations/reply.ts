import type { Message } from '@anyinbox/core';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { printJson } from '../output/json.ts';
import { plain } from '../output/plain.ts';
import { type InboxOptions, withInbox } from './with-inbox.ts';
import { writeResult } from './write-result.ts';

/** Sends the text, or what is typed or piped in. It is sent once: what may have been sent is not sent again. */
export function replyTo(
  id: string,
  given: string | undefined,
  options: InboxOptions,
  context: CommandContext,
): Promise<number> {
  const { output, errors, signal, stdin } = context;
  return withInbox(options, context, async (inbox) => {
    const text = given ?? (await readAll(stdin()));
    if (text.trim() === '') {
      if (options.json) printJson(output, { outcome: 'not-sent', problems: [{ path: '', message: noText }] });
      else errors.line(errors.paint.red(`✗ Not sent: ${noText}`));
      return exitCodes.failed;
    }
    const write = {
      words: { 'not-sent': 'Not sent', sent: 'Sent, but', unknown: 'It is not known whether it was sent' },
      json: options.json === true,
      run: () => inbox.messages.send(id, { text }, { signal }),
      describe: (message: Message) => ({ line: sentLine(message), data: { message } }),
    };
    return writeResult(write, context);
  });
}

const noText = 'there is no text; give it after the id, or on the standard input';

/** That a vendor took a message does not mean that it arrived. */
function sentLine({ id, delivery: { state, reason } }: Message): string {
  const why = reason === undefined ? '' : `: ${reason}`;
  return plain(`Sent: ${id}${state === 'failed' ? ` (the vendor took it and could not deliver it${why})` : ''}`);
}

/** Without the line end that a shell puts behind it. */
async function readAll(input: AsyncIterable<string | Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of input) text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  return (text + decoder.decode()).replace(/\r?\n$/, '');
}
