import type { Call, EventHandlers, StreamSink } from '@anyinbox/core/provider';
import { hub } from './assumptions/index.ts';
import type { Context } from './config.ts';
import { createConnection, start } from './hub-connection.ts';
import { hintOf } from './hub-hint.ts';
import { hubToken } from './hub-token.ts';
import { hubUrl } from './hub-url.ts';

/** One connection to the hub, with a token of its own; it is over when the hub closes it or the signal fires, and is never opened again here. */
export function hubStream({ config }: Context): NonNullable<EventHandlers['stream']> {
  return async (sink, call) => {
    const { signal } = sink;
    if (signal.aborted) return;
    let end = () => {};
    const aborted = new Promise<void>((resolve) => {
      end = resolve;
    });
    signal.addEventListener('abort', end, { once: true });
    try {
      // Whatever a connection in the making still waits for, an abort does not.
      await Promise.race([aborted, listen(hubUrl(config), sink, call)]);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', end);
    }
  };
}

async function listen(url: string, sink: StreamSink, call: Call): Promise<void> {
  const connection = await createConnection(url, await hubToken(undefined, call));
  if (sink.signal.aborted) return;
  const stop = () => void connection.stop().catch(() => undefined);
  sink.signal.addEventListener('abort', stop, { once: true });
  try {
    const closed = new Promise<void>((resolve) => connection.onclose(() => resolve()));
    for (const target of hub.targets) connection.on(target, (...args) => sink.changed(hintOf(args)));
    await start(connection);
    sink.opened();
    await closed;
  } finally {
    sink.signal.removeEventListener('abort', stop);
    stop();
  }
}
