import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInbox } from '@anyinbox/core';
import { smartsender } from '@anyinbox/smartsender';
import axios from 'axios';
import { median } from './median.ts';

const rounds = 15;
const callsPerRound = 200;
const chat = {
  id: 2196,
  name: 'Olena Kovalchuk',
  image: 'https://cdn.example.com/avatars/1.png',
  contact: { id: 3404, originalId: 2231 },
  gates: [],
  createdAt: '2026-01-01 10:00:00',
  updatedAt: '2026-01-01 10:00:00',
};

/** A page of 20 chats read through anyinbox (mapped, checked, counted), against the bare HTTP client that only parses it; in turns. */
export async function measureOverhead(): Promise<string[]> {
  const collection = Array.from({ length: 20 }, (_, index) => ({ ...chat, id: chat.id + index }));
  const body = JSON.stringify({ cursor: { page: 1, pages: 1 }, collection });
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // The vendor's budget would end the measurement after 180 requests.
  const unlimited = { ...smartsender, transport: { ...smartsender.transport, limits: {} } };
  const inbox = createInbox(unlimited, { credentials: { token: 'token' }, options: { baseUrl } });
  const bare = axios.create({ baseURL: baseUrl, maxRedirects: 0 });

  const time = async (call: () => PromiseLike<unknown>) => {
    const startedAt = performance.now();
    for (let count = 0; count < callsPerRound; count++) await call();
    return (performance.now() - startedAt) / callsPerRound;
  };
  const ratios: number[] = [];
  const own: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const bareMs = await time(() => bare.get('/v1/chats'));
    const ownMs = await time(() => inbox.conversations.list());
    // The first rounds warm the process up.
    if (round >= 3) {
      ratios.push(ownMs / bareMs);
      own.push(ownMs - bareMs);
    }
  }
  await inbox.close();
  server.close();
  return [
    `a page of 20 conversations takes ${median(ratios).toFixed(2)} times what the bare HTTP client takes, ${(median(own) * 1000).toFixed(0)} µs more`,
  ];
}
