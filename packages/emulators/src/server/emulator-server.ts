import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerFrom, jsonAnswer } from './answer.ts';
import { applyFault } from './apply-fault.ts';
import { createExchange, type Exchange, sendAnswer } from './exchange.ts';
import type { FaultRule } from './fault.ts';
import { createFaultQueue } from './fault-queue.ts';
import { listen } from './listen.ts';
import { bodyLimit, readBody } from './read-body.ts';
import { parsedBody, type ReceivedRequest, receivedRequest } from './received-request.ts';
import { serveUpgrade, type UpgradeHandler } from './upgrade.ts';
import type { VendorApp } from './vendor-app.ts';
import { webRequest } from './web-request.ts';

/** The part that every emulator has. */
export interface EmulatorServer extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, without a trailing slash. */
  readonly url: string;
  /** Every request that arrived, in order, those killed by a fault too. */
  readonly requests: readonly ReceivedRequest[];
  /** Queues a fault. Faults strike in the order they were queued, each on requests that it matches. */
  fail(rule: FaultRule): void;
  clearFaults(): void;
  /** Back to the seed: state, faults, the request log and whatever was counted. */
  reset(): void;
  /** Destroys open sockets and frees the port. May be called again. */
  close(): Promise<void>;
}

export interface ServerOptions {
  port: number;
  app: VendorApp;
  /** Called by reset(), for what the vendor keeps. */
  onReset(): void;
  /** For a vendor with WebSockets. Absent: a request to upgrade is one like any other. */
  onUpgrade?: UpgradeHandler;
}

export async function startServer({ port, app, onReset, onUpgrade }: ServerOptions): Promise<EmulatorServer> {
  const requests: ReceivedRequest[] = [];
  const faults = createFaultQueue();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const entry = receivedRequest(request);
    requests.push(entry);
    const body = await readBody(request);
    const refuse: Exchange['refuse'] = (status, message, headers) =>
      jsonAnswer(status, app.errorBody(status, message), headers);
    const run = async () => {
      const web = webRequest(listening.url, request.url ?? '/', entry, body ?? Buffer.alloc(0));
      return web === undefined ? refuse(400, 'Malformed request') : answerFrom(await app.fetch(web));
    };
    const exchange = createExchange({ entry, response, run, refuse });
    if (body === undefined) return sendAnswer(exchange, refuse(413, `The body is larger than ${bodyLimit} bytes`));
    entry.body = parsedBody(body, entry.headers['content-type']);
    const fault = faults.take(entry.method, entry.path);
    if (fault === undefined) return sendAnswer(exchange, await run());
    entry.fault = fault.kind;
    return applyFault(fault, exchange);
  }

  const server = createServer((request, response) => {
    // A client that leaves in the middle is nobody's error; whatever else goes wrong must not leave the client waiting.
    serve(request, response).catch(() => response.destroy());
  });
  if (onUpgrade !== undefined) {
    server.on('upgrade', (request, socket, head) => {
      const entry = receivedRequest(request);
      requests.push(entry);
      serveUpgrade({ request, socket, head, entry, fault: faults.take(entry.method, entry.path) }, onUpgrade);
    });
  }
  const listening = await listen(server, port);

  return {
    url: listening.url,
    requests,
    fail: faults.add,
    clearFaults: faults.clear,
    reset() {
      faults.clear();
      requests.length = 0;
      onReset();
    },
    close: listening.close,
    [Symbol.asyncDispose]: listening.close,
  };
}
