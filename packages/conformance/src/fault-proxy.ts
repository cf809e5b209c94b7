import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What to do to a request, instead of or after passing it on. */
export type ProxyFault =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'truncate'; readonly body: string }
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  | { readonly kind: 'silence' };

export interface FaultRule {
  readonly fault: ProxyFault;
  /** Default: every request. */
  readonly only?: 'reads' | 'writes';
  /** How many of them; default: all. */
  readonly times?: number;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** As it came; empty until it is read. */
  readonly body: string;
  /** Resolves when the connection of this request is closed. */
  readonly closed: Promise<void>;
}

export interface FaultProxy {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** From now on; undefined passes everything on again. */
  rule: FaultRule | undefined;
  close(): Promise<void>;
}

/** Stands before a vendor and breaks requests on purpose, so that a vendor's emulator need not know how. */
export async function startFaultProxy(upstream: string): Promise<FaultProxy> {
  const requests: SeenRequest[] = [];
  const proxy = { rule: undefined as FaultRule | undefined };
  const uses = new WeakMap<FaultRule, number>();
  const applies = (rule: FaultRule, method: string) => {
    const used = uses.get(rule) ?? 0;
    if (rule.only && (rule.only === 'reads') !== (method === 'GET')) return false;
    uses.set(rule, used + 1);
    return rule.times === undefined || used < rule.times;
  };
  const server = createServer(async (incoming, response) => {
    const { method = 'GET', url: path = '/' } = incoming;
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    const seen = { method, path, body: '', closed };
    requests.push(seen);
    const body = await readAll(incoming);
    seen.body = body.toString();
    const { rule } = proxy;
    if (!rule || !applies(rule, method)) return passOn(upstream, incoming, body, response);
    if (rule.fault.kind === 'reset' && rule.fault.when === 'after') await forward(upstream, incoming, body);
    breakOn(rule.fault, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(proxy, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function breakOn(fault: ProxyFault, response: ServerResponse): void {
  if (fault.kind === 'silence') return;
  if (fault.kind === 'reset') response.destroy();
  else if (fault.kind === 'answer')
    response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers }).end(fault.body);
  else {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(fault.body) });
    response.write(fault.body.slice(0, Math.ceil(fault.body.length / 2)), () => response.destroy());
  }
}

async function passOn(
  upstream: string,
  incoming: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  try {
    const answer = await forward(upstream, incoming, body);
    const content = await readAll(answer);
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(content);
  } catch {
    response.destroy();
  }
}

function forward(upstream: string, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const target = new URL(incoming.url ?? '/', upstream);
    const headers = { ...incoming.headers, host: target.host };
    httpRequest(target, { method: incoming.method, headers, agent: false }, resolve).on('error', reject).end(body);
  });
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
