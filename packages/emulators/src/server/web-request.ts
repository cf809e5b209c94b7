import type { ReceivedRequest } from './received-request.ts';

/** Undefined for what the web's Request cannot carry: a foreign or malformed target, CONNECT, TRACE. */
export function webRequest(url: string, target: string, entry: ReceivedRequest, body: Buffer): Request | undefined {
  if (!target.startsWith('/')) return undefined;
  const withBody = body.length > 0 && entry.method !== 'GET' && entry.method !== 'HEAD';
  try {
    return new Request(`${url}${target}`, {
      method: entry.method,
      headers: entry.headers,
      ...(withBody ? { body: new Uint8Array(body) } : {}),
    });
  } catch {
    return undefined;
  }
}
