import type { Client } from 'pg';

const firstDelayMs = 100;
const longestDelayMs = 5000;

/** Listens on a connection of its own, and opens a new one whenever it is lost. Wakes after each opening: what came meanwhile was not heard. */
export function listenOnServer(
  createClient: () => Client,
  channel: string,
  wake: (payload?: string) => void,
): () => Promise<void> {
  let current: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let delayMs = firstDelayMs;

  const open = async () => {
    const client = createClient();
    current = client;
    const lose = () => {
      if (stopped || current !== client) return;
      current = undefined;
      client.end().catch(() => undefined);
      timer = setTimeout(open, delayMs);
      delayMs = Math.min(delayMs * 2, longestDelayMs);
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload }) => wake(payload));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      delayMs = firstDelayMs;
      wake();
    } catch {
      lose();
    }
  };
  void open();

  return async () => {
    stopped = true;
    clearTimeout(timer);
    await current?.end().catch(() => undefined);
  };
}
