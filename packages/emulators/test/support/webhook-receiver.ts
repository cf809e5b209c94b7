import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface WebhookReceiver {
  url: string;
  /** Every body that arrived, in order. */
  bodies: string[];
  headers: IncomingHttpHeaders[];
  /** What to answer from now on; 200 at first. */
  answer: RequestListener;
}

/** An app's webhook endpoint, closed when the test ends. */
export async function webhookReceiver(): Promise<WebhookReceiver> {
  const receiver: WebhookReceiver = { url: '', bodies: [], headers: [], answer: (_, response) => response.end('ok') };
  const server = createServer(async (request, response) => {
    receiver.headers.push(request.headers);
    receiver.bodies.push(await text(request));
    receiver.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/acme`;
  return receiver;
}
