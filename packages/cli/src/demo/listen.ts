import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Tenants, toNodeHandler } from '@anyinbox/core';

export interface Receiver {
  /** Where a vendor sends the webhooks of a connection. */
  urlFor(tenantId: string, connectionId: string): string;
  close(): Promise<void>;
}

/** What an app mounts in its own server: here one on this machine, that takes webhooks and nothing else. */
export async function listenForWebhooks(tenants: Pick<Tenants, 'webhooks'>): Promise<Receiver> {
  const handle = toNodeHandler(tenants.webhooks);
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlFor: (tenantId, connectionId) => `http://127.0.0.1:${port}/webhooks/${tenantId}/${connectionId}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
