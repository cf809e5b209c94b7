import type { Secret } from '@anyinbox/core/provider';
import type { HubConnection } from '@microsoft/signalr';
import { hubError } from './hub-error.ts';

/** Of the negotiation, and of everything until the hub has shaken hands. */
const negotiateMs = 15_000;
const startMs = 30_000;

/** A connection that was not started. Who uses no stream never loads the client. */
export async function createConnection(url: string, token: Secret): Promise<HubConnection> {
  const { HttpTransportType, HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
  return new HubConnectionBuilder()
    .configureLogging(LogLevel.None)
    .withUrl(url, {
      accessTokenFactory: () => token.reveal(),
      skipNegotiation: false,
      transport: HttpTransportType.WebSockets,
      timeout: negotiateMs,
    })
    .build();
}

/** The client itself waits without end for a WebSocket that nobody answers. */
export async function start(connection: HubConnection, withinMs = startMs): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), withinMs);
  });
  try {
    await Promise.race([connection.start(), late]);
  } catch (error) {
    throw hubError(error);
  } finally {
    clearTimeout(timer);
  }
}
