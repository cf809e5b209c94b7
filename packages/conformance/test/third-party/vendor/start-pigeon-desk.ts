import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, type SeenRequest } from './answer.ts';
import { Fault } from './fault.ts';
import { seed } from './seed.ts';
import type { State } from './state.ts';

export interface PigeonDesk {
  readonly url: string;
  /** Live: what a test sees here is what the vendor has. */
  readonly state: State;
  /** Every request that was let in, in order. */
  readonly requests: readonly SeenRequest[];
  close(): Promise<void>;
}

/** The vendor on a port of this machine, for whoever has the key. */
export async function startPigeonDesk({ key }: { readonly key: string }): Promise<PigeonDesk> {
  const desk = { key, state: seed(), requests: [] as SeenRequest[] };
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(desk, request).catch((error: unknown) =>
      (error instanceof Fault ? error : new Fault(500, 'FELL_OFF_THE_PERCH')).toAnswer(),
    );
    response.writeHead(status, { 'content-type': 'application/json', 'x-pigeon-trace': 'tr-1' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state: desk.state,
    requests: desk.requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
