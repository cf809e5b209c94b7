import { InboxError } from '../errors/index.ts';
import { isAnyOf, parseBody, presentedSecrets, type Received, readBody, receive } from '../events/index.ts';
import { publish } from '../http/index.ts';
import type { TenantConnection } from './generation.ts';

/** No vendor's webhook is near it. */
const maxBodyBytes = 1_048_576;
/** What a vendor should try again later, before we know which vendor it is. vendors/brevo.md §3.2: of 4xx and 5xx Brevo repeats 429 alone. */
const later = 429;

export interface WebhooksContext {
  /**
   * The connection as it is configured now, and as it was until a moment ago: while a configuration is swapped the secrets of both count. Throws
   * `unknown-tenant`, and gives none for a connection that there is not.
   */
  find(tenantId: string, connectionId: string): Promise<readonly TenantConnection[]>;
}

/** Answers one webhook. Never rejects, whatever is sent. */
export async function answerWebhook(request: Request, context: WebhooksContext): Promise<Response> {
  const started = performance.now();
  const target: { tenantId?: string; connectionId?: string; provider?: string } = {};
  const { status, error, accepted } = await handle(request, context, target);
  publish('webhook', { ...target, status, accepted, code: error, durationMs: performance.now() - started });
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(error === undefined ? { accepted } : { error }), { status, headers });
}

interface Answer {
  readonly status: number;
  /** A code for whoever reads the vendor's delivery log; nothing of it comes from the request. */
  readonly error?: string;
  readonly accepted?: number;
}

async function handle(
  request: Request,
  context: WebhooksContext,
  target: { tenantId?: string; connectionId?: string; provider?: string },
): Promise<Answer> {
  if (request.method !== 'POST') return { status: 405, error: 'use POST' };
  let redeliverStatus = later;
  try {
    const found = await locate(request, context);
    if (!found) return { status: 404, error: 'no such webhook' };
    const { connections, secret } = found;
    const presented = connections.map(({ config }) =>
      presentedSecrets(request.headers, secret, config.webhook?.header),
    );
    const shown = connections.find(({ config }, index) =>
      isAnyOf(presented[index] ?? [], config.webhook?.secrets ?? []),
    );
    if (!shown) return { status: 401, error: whyRefused(presented.flat()) };
    // Who changed only the secret means the configuration of now; what another vendor was asked to send is read by that one's provider.
    const { kept, declared, config } = connections.find((one) => one.declared.id === shown.declared.id) ?? shown;
    const confirm = [shown.config, config].some(({ webhook }) => webhook?.confirm === true);
    if (!kept || !declared.webhooks) return { status: 404, error: 'no such webhook' };
    Object.assign(target, kept.scope, { provider: declared.id });
    redeliverStatus = declared.webhooks.redeliverStatus;
    if (request.bodyUsed)
      return { status: 500, error: 'the body was read before: mount the webhook before body parsers' };
    const text = await readBody(request, maxBodyBytes);
    if (text === undefined) return { status: 413, error: 'the body is too large' };
    if (text === '') return { status: 400, error: 'the body is empty' };
    const received: Received = await receive(parseBody(text), kept, { confirm });
    if (!received.complete) return { status: redeliverStatus, error: 'try again later' };
    return { status: 200, accepted: received.accepted };
  } catch {
    return { status: redeliverStatus, error: 'try again later' };
  }
}

/**
 * The connection that a path names. It may be mounted anywhere, so only the end of the path counts: `…/<tenant>/<connection>`, or with a secret behind
 * it.
 */
async function locate(request: Request, { find }: WebhooksContext) {
  const parts = new URL(request.url).pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
  let problem: unknown;
  for (const [tenantId, connectionId, secret] of [parts.slice(-3), parts.slice(-2)]) {
    if (!tenantId || !connectionId) continue;
    try {
      const connections = await find(tenantId, connectionId);
      if (connections.some(({ config }) => config.webhook)) return { connections, secret };
    } catch (error) {
      // Of two readings of the path one is always wrong: what the app's `resolve` makes of a tenant that is none must not hide the other.
      if (!InboxError.isInstance(error) || error.code !== 'unknown-tenant') problem ??= error;
    }
  }
  if (problem !== undefined) throw problem;
  return undefined;
}

function whyRefused(presented: readonly string[]): string {
  if (presented.length === 0) return 'the secret is missing';
  return presented.some((candidate) => /\s/.test(candidate))
    ? 'the secret has white space in it'
    : 'the secret is wrong';
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
