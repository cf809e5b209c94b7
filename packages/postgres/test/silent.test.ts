import { connect, createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { connectServer } from '../src/database/server.ts';
import { createGroupCommit } from '../src/ingest/group-commit.ts';
import { openStore } from '../src/store.ts';
import { countingDelivery, deliveryOf, scope } from './support/deliveries.ts';
import { describeOnServer, dropSchemas, freshSchema, serverUrl } from './support/server.ts';

/** Stands before the server; what is silenced stays open and passes nothing on, as after a lost NAT entry. */
async function startProxy() {
  const { hostname, port } = new URL(serverUrl);
  const pairs: Socket[][] = [];
  const proxy = createServer((client) => {
    const server = connect(Number(port || 5432), hostname);
    pairs.push([client, server]);
    for (const socket of [client, server]) socket.on('error', () => undefined);
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of pairs.flat()) socket.destroy();
    proxy.close();
  });
  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${(proxy.address() as { port: number }).port}`;
  return {
    url: String(url),
    silence() {
      for (const [client, server] of pairs.splice(0)) {
        client?.unpipe();
        server?.unpipe();
      }
    },
  };
}

describeOnServer('a server that falls silent', () => {
  it('fails what is under way, as something to try again, and the next call finds it again', async () => {
    const schema = freshSchema();
    const proxy = await startProxy();
    const store = await openStore(connectServer(proxy.url, 300), schema);
    onTestFinished(async () => {
      await store.close();
      await dropSchemas([schema]);
    });
    await store.ingest(countingDelivery('1'));
    proxy.silence();
    const [underWay, ...behind] = await Promise.allSettled(
      ['2', '3', '4'].map((id) => store.ingest(countingDelivery(id))),
    );
    expect(underWay).toMatchObject({
      status: 'rejected',
      reason: { code: 'provider-unavailable', retryable: true },
    });
    expect(behind).toMatchObject([{ value: { accepted: ['3'] } }, { value: { accepted: ['4'] } }]);
    expect((await store.ingest(countingDelivery('2'))).accepted).toEqual(['2']);
    expect(await store.get(scope, 'conversation', ['a'])).toMatchObject([{ value: { count: 4 } }]);
  });
});

it('of deliveries beyond what can wait, each is refused at once, and the others are written', async () => {
  let write = () => {};
  const gate = new Promise<void>((resolve) => {
    write = resolve;
  });
  const ingest = createGroupCommit(async (deliveries) => {
    await gate;
    return deliveries.map(({ entries }) => entries.map(({ event }) => event.id));
  });
  const calls = Array.from({ length: 10_300 }, (_, index) => ingest(deliveryOf(`${index}`)));
  const settled = Promise.allSettled(calls);
  await expect(calls.at(-1)).rejects.toMatchObject({ code: 'provider-unavailable', retryable: true });
  write();
  const refused = (await settled).filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThanOrEqual(300);
});
