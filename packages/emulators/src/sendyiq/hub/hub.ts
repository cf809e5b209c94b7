import { randomUUID } from 'node:crypto';
import { type WebSocket, WebSocketServer } from 'ws';
import type { UpgradeHandler } from '../../server/upgrade.ts';
import { errorBody } from '../error-body.ts';
import { type HubRequest, hubRequest, tokenOf } from './access.ts';
import { serveClient } from './client.ts';
import { frame } from './frames.ts';
import { hubPath, negotiatePath } from './paths.ts';

/** What a test sees of the hub and does to it. */
export interface SendyiqHub {
  /** How many clients have shaken hands and are still there. */
  readonly connections: number;
  /** Cuts every connection without a word. */
  dropAll(): void;
  /** Sends an invocation to every client, whatever the vendor would do. */
  push(target: string, ...args: unknown[]): void;
}

export interface HubServer extends SendyiqHub {
  /** Answers what is no WebSocket. */
  fetch(request: Request): Response;
  readonly upgrade: UpgradeHandler;
}

/** The store's hub of conversations: SignalR's JSON protocol over WebSocket. */
export function createHub(tokenIsValid: (token: string) => boolean): HubServer {
  const server = new WebSocketServer({ noServer: true });
  const clients = new Set<WebSocket>();
  const negotiated = new Set<string>();

  function allowed(request: HubRequest): boolean {
    const token = tokenOf(request);
    return token !== undefined && tokenIsValid(token);
  }

  function accept(socket: WebSocket): void {
    socket.once('close', () => clients.delete(socket));
    serveClient(socket, () => clients.add(socket));
  }

  return {
    get connections() {
      return clients.size;
    },
    dropAll() {
      negotiated.clear();
      for (const socket of server.clients) socket.terminate();
      // The close event comes later, the count is right at once.
      clients.clear();
    },
    push(target, ...args) {
      for (const socket of clients) socket.send(frame({ type: 1, target, arguments: args }));
    },
    fetch(request) {
      const { pathname, search } = new URL(request.url);
      const asked = hubRequest(pathname + search, request.headers.get('authorization') ?? undefined);
      if (request.method !== 'POST' || pathname !== negotiatePath)
        return Response.json(errorBody(404, 'Not found'), { status: 404 });
      if (!allowed(asked)) return Response.json(errorBody(401, 'The hub token is not valid'), { status: 401 });
      const connectionToken = randomUUID();
      negotiated.add(connectionToken);
      return Response.json({
        negotiateVersion: 1,
        connectionId: randomUUID(),
        connectionToken,
        availableTransports: [{ transport: 'WebSockets', transferFormats: ['Text', 'Binary'] }],
      });
    },
    upgrade(request, socket, head) {
      const asked = hubRequest(request.url ?? '/', request.headers.authorization);
      if (asked.path !== hubPath) return 404;
      if (!allowed(asked)) return 401;
      const id = asked.query.get('id');
      // A client that skips the negotiation has no id.
      if (id !== null && !negotiated.delete(id)) return 404;
      server.handleUpgrade(request, socket, head, accept);
      return 101;
    },
  };
}
