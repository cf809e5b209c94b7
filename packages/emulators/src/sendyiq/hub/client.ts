import type { RawData, WebSocket } from 'ws';
import { type Frame, frame, framesIn } from './frames.ts';

/** ASP.NET's default; a client gives up after 30 s of silence. */
const pingEveryMs = 15_000;
const ping = 6;
const close = 7;

/** Speaks SignalR's JSON protocol with one client: `opened` is called after the handshake. */
export function serveClient(socket: WebSocket, opened: () => void): void {
  let shaken = false;
  const pings = setInterval(() => shaken && socket.send(frame({ type: ping })), pingEveryMs);
  pings.unref();
  socket.once('close', () => clearInterval(pings));
  // ws tells a broken frame by an error and closes by itself.
  socket.on('error', () => socket.terminate());

  function take(received: Frame): void {
    if (!shaken) {
      shaken = received.protocol === 'json';
      if (shaken) {
        socket.send(frame({}));
        opened();
      } else refuse(socket, 'The protocol is not supported');
      return;
    }
    if (received.type === ping) socket.send(frame({ type: ping }));
    if (received.type === close) socket.close();
    if (received.invocationId !== undefined) {
      socket.send(frame({ type: 3, invocationId: received.invocationId, error: 'Unknown hub method' }));
    }
  }

  socket.on('message', (data: RawData) => {
    const frames = framesIn(String(data));
    if (frames === undefined) return refuse(socket, 'Malformed frame');
    for (const received of frames) take(received);
  });
}

function refuse(socket: WebSocket, error: string): void {
  socket.send(frame({ error }));
  socket.close();
}
