// A process to be killed: writes numbered deliveries, several at a time, and prints the number of each that was acknowledged.
import { writeSync } from 'node:fs';
import { createPostgresStore } from '@anyinbox/postgres';

const [options = '{}', first = '0'] = process.argv.slice(2);
const store = await createPostgresStore(JSON.parse(options));
const scope = { tenantId: 'acme', connectionId: 'support' };
const time = new Date(0).toISOString();
let next = Number(first);

const count = (kind, id, parent) => ({
  key: { kind, id },
  merge: (current) => ({
    ...{ kind, id, parent, at: time, facets: {}, stamps: {} },
    value: { count: (current?.value.count ?? 0) + 1 },
  }),
});

async function write() {
  for (;;) {
    const number = next++;
    const conversation = `conversation ${number % 7}`;
    const event = {
      ...{ id: `event ${number}`, type: 'message.received', ...scope, provider: 'test', via: 'webhook' },
      ...{ occurredAt: time, receivedAt: time, data: {} },
    };
    const changes = [count('conversation', conversation, ''), count('message', `message ${number}`, conversation)];
    await store.ingest({ scope, entries: [{ event, changes }], marks: { last: String(number) } });
    // In one system call: a line is whole or not there.
    writeSync(1, `${number}\n`);
  }
}

await Promise.all([write(), write(), write(), write()]);
