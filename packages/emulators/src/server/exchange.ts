import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import type { ReceivedRequest } from './received-request.ts';

/** One request that waits for its answer. */
export interface Exchange {
  /** Lets the vendor handle the request: its effect happens here. */
  run(): Promise<Answer>;
  /** An answer in the vendor's error envelope, without any effect. */
  refuse(status: number, message?: string, headers?: Record<string, string>): Answer;
  /** Sends status and headers with the full length, and notes the status in the log. */
  begin(answer: Answer): void;
  /** Sends a piece of the body; resolves when it left for the operating system. */
  write(piece: Buffer): Promise<void>;
  end(): void;
  /** Closes the connection politely, in the middle of whatever was being sent. */
  hangUp(): void;
  /** Resets the connection. */
  reset(): void;
  /** False when the client left or the emulator was closed during the wait. */
  pause(ms: number): Promise<boolean>;
}

export interface ExchangeParts {
  entry: ReceivedRequest;
  response: ServerResponse;
  run(): Promise<Answer>;
  refuse: Exchange['refuse'];
}

/** HTTP gives these no body and Node.js drops it, so a length would be a lie. */
const withoutBody = new Set([204, 304]);

export function createExchange({ entry, response, run, refuse }: ExchangeParts): Exchange {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return {
    run,
    refuse,
    begin(answer) {
      entry.status = answer.status;
      const length = withoutBody.has(answer.status) ? {} : { 'content-length': answer.body.length };
      response.writeHead(answer.status, { ...answer.headers, ...length });
      response.flushHeaders();
    },
    write(piece) {
      return new Promise((resolve) => response.write(piece, () => resolve()));
    },
    end() {
      response.end();
    },
    hangUp() {
      response.socket?.destroy();
    },
    reset() {
      response.socket?.resetAndDestroy();
    },
    async pause(ms) {
      await wait(ms, undefined, { signal: gone.signal }).catch(() => undefined);
      return !gone.signal.aborted;
    },
  };
}

export async function sendAnswer(exchange: Exchange, answer: Answer): Promise<void> {
  exchange.begin(answer);
  await exchange.write(answer.body);
  exchange.end();
}
