/** Where a vendor's webhooks go. A `user:password@` in the URL is sent as basic authentication. */
export interface WebhookTarget {
  url: string;
  headers?: Record<string, string>;
}

/** A target as fetch takes it. */
export interface WebhookAddress {
  url: string;
  headers: Record<string, string>;
}

/** fetch refuses a URL with credentials, so they become the header that they stand for. Throws for what is no web address. */
export function addressed({ url, headers = {} }: WebhookTarget): WebhookAddress {
  const to = new URL(url);
  const credentials = `${decodeURIComponent(to.username)}:${decodeURIComponent(to.password)}`;
  const authorization =
    credentials === ':' ? {} : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
  to.username = '';
  to.password = '';
  return { url: to.href, headers: { 'content-type': 'application/json', ...authorization, ...headers } };
}

/** The receiver's status, or why there was none. A redirect is an answer like any other. */
export async function postWebhook(
  { url, headers, text }: WebhookAddress & { text: string },
  signal: AbortSignal,
): Promise<{ status: number | undefined; error?: string }> {
  try {
    const response = await fetch(url, { method: 'POST', headers, body: text, signal, redirect: 'manual' });
    await response.body?.cancel().catch(() => undefined);
    return { status: response.status };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { status: undefined, error: cause instanceof Error ? cause.message : String(cause) };
  }
}
