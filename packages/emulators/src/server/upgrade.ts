import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Fault } from './fault.ts';
import type { ReceivedRequest } from './received-request.ts';

/** Takes a connection over, which is 101, or leaves it alone and says with which status it is refused. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => number;

export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  readonly entry: ReceivedRequest;
  /** A status is answered; of an upgrade every other fault cuts the connection. */
  readonly fault: Fault | undefined;
}

export function serveUpgrade({ request, socket, head, entry, fault }: Upgrade, handler: UpgradeHandler): void {
  // A client that leaves in the middle is nobody's error.
  socket.on('error', () => socket.destroy());
  if (fault !== undefined) entry.fault = fault.kind;
  if (fault !== undefined && fault.kind !== 'status') {
    socket.destroy();
    return;
  }
  const status = fault === undefined ? handler(request, socket, head) : fault.status;
  entry.status = status;
  if (status === 101) return;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
