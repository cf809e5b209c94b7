import type { IncomingMessage } from 'node:http';

/** One mebibyte: far above any text message, far below what would hurt a test run. */
export const bodyLimit = 1024 * 1024;

/** Undefined when the body is larger than the limit; the rest is read and dropped, so that the refusal reaches the client. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > bodyLimit) pieces.length = 0;
    else pieces.push(piece);
  }
  return size > bodyLimit ? undefined : Buffer.concat(pieces);
}
