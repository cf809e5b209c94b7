import type { AnyProvider } from '../inbox/index.ts';
import { invalidRequest } from '../provider/index.ts';

export interface SampleWebhookOptions {
  /** The connection's webhook address, without its secret: `https://app.example.com/webhooks/acme/mail`. */
  readonly url: string | URL;
  /** One of the connection's `webhook.secrets`. */
  readonly secret: string;
  /** Where the vendor puts it; `{ header }` is the connection's `webhook.header`. Default `'path'`. */
  readonly secretIn?: 'path' | 'bearer' | 'basic' | { readonly header: string } | undefined;
  /** The vendor's id of the conversation, or where its webhooks name the contact (Smartsender) of that. Default `'1001'`. */
  readonly conversationId?: string | undefined;
  /** What the customer writes. */
  readonly text?: string | undefined;
  /** Milliseconds since the epoch. The same time makes the same events, which are written once. Default: now. */
  readonly now?: number | undefined;
}

export interface SampleWebhook {
  /** The vendor's name of the event. */
  readonly name: string;
  /** Not sent yet: for `tenants.webhooks`, or for `fetch`. To deliver it again, pass a `clone()`. */
  readonly request: Request;
}

/**
 * What the vendor would send, for an app's own tests: one webhook of each event that it documents, all of one made-up conversation, in the order in which
 * they happen.
 *
 * @throws InboxError `invalid-request` when the vendor has no webhooks, or `url` is none.
 */
export function sampleWebhooks(provider: AnyProvider, options: SampleWebhookOptions): readonly SampleWebhook[] {
  const { conversationId = '1001', text = 'Is the green lamp in stock?', now = Date.now() } = options;
  if (!provider.webhooks) throw invalidRequest(`${provider.name} has no webhooks`);
  const { url, headers } = addressOf(options);
  return provider.webhooks.samples({ conversationId, text, now }).map(({ name, body }) => ({
    name,
    request: new Request(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }));
}

function addressOf({ url: given, secret, secretIn = 'path' }: SampleWebhookOptions) {
  if (!URL.canParse(String(given))) throw invalidRequest('url must be an absolute URL');
  const url = new URL(given);
  if (typeof secretIn === 'object') return { url, headers: { [secretIn.header]: secret } };
  if (secretIn === 'bearer') return { url, headers: { authorization: `Bearer ${secret}` } };
  if (secretIn === 'basic')
    return { url, headers: { authorization: `Basic ${Buffer.from(`webhook:${secret}`).toString('base64')}` } };
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${encodeURIComponent(secret)}`;
  return { url, headers: {} };
}
