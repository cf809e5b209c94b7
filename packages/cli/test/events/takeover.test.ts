import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createTenants, type InboxEvent } from '@anyinbox/core';
import { startSmartsenderEmulator } from '@anyinbox/emulators';
import { createPostgresStore } from '@anyinbox/postgres';
import { smartsender } from '@anyinbox/smartsender';
import { expect, it, onTestFinished } from 'vitest';
import { dropSchema, postgresUrl } from './postgres-url.ts';

/** Workers that are killed one after the other; each takes over within half a minute. */
const kills = Math.min(Number(process.env['ANYINBOX_TORTURE_ROUNDS'] ?? 1), 10);
const connectionIds = ['north', 'south', 'west'];
const url = await postgresUrl();

it.skipIf(url === undefined)(
  'PostgreSQL: of two workers one is killed, the other goes on: no event is missed, and none comes twice',
  async () => {
    const { emulator, resolve, options } = await startShop();
    const store = await createPostgresStore(options);
    const tenants = createTenants({ providers: [smartsender], store, resolve });
    const stop = new AbortController();
    onTestFinished(async () => {
      stop.abort();
      await tenants.close();
      await store.close();
    });
    const seen: InboxEvent[] = [];
    const following = (async () => {
      for await (const event of tenants.events({ signal: stop.signal })) seen.push(event);
    })();
    const textsOf = (connectionId: string) =>
      seen.flatMap((event) =>
        event.type === 'message.received' && event.connectionId === connectionId ? [event.data.message?.text] : [],
      );

    const conversations = ['Vera', 'Iwo', 'Nora', 'Ada'].map((firstName) => emulator.addConversation({ firstName }));
    const written: string[] = [];
    const write = () => {
      const conversationId = conversations[written.length % conversations.length]?.id ?? '';
      written.push(`Message ${written.length}`);
      emulator.receive({ conversationId, text: written.at(-1) ?? '' });
    };
    const allHave = (count: number) => connectionIds.every((id) => textsOf(id).length >= count);

    write();
    let worker = startWorker(options, resolve);
    // From its first round on everything is told; what is older is for the backfill.
    await until(() => allHave(1), 'the first works');
    const writing = setInterval(write, 80);
    onTestFinished(() => clearInterval(writing));
    for (let kill = 0; kill < kills; kill++) {
      const next = startWorker(options, resolve);
      await once(next, 'spawn');
      const before = written.length;
      await until(() => allHave(before + 30), 'it keeps up');
      worker.kill('SIGKILL');
      const atKill = written.length;
      await until(() => allHave(atKill + 30), 'the other took over');
      worker = next;
    }
    clearInterval(writing);
    await until(() => allHave(written.length), 'everything came');
    stop.abort();
    await following;
    for (const id of connectionIds) expect(textsOf(id).toSorted()).toEqual(written.toSorted());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  },
  60_000 + kills * 60_000,
);

/** One vendor with three connections to it. */
async function startShop() {
  const emulator = await startSmartsenderEmulator({ seed: 'empty', rateLimit: false });
  onTestFinished(() => emulator.close());
  onTestFinished(() => dropSchema(options.connectionString, options.schema));
  const connections = connectionIds.map((id) => ({
    id,
    provider: 'smartsender' as const,
    credentials: { token: emulator.token },
    options: { baseUrl: emulator.url },
    polling: { minIntervalMs: 1000, maxIntervalMs: 1000, budgetShare: 1 },
  }));
  const options = { connectionString: url ?? '', schema: `takeover_${process.pid}` };
  return { emulator, resolve: { tenants: { acme: { connections } } }, options };
}

function startWorker(options: object, resolve: object): ChildProcess {
  const file = fileURLToPath(new URL('worker.mjs', import.meta.url));
  const child = fork(file, [JSON.stringify(options), JSON.stringify(resolve)], { execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function until(holds: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 50_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`It never came to be that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
