/** Where webhooks go and how they prove who sends them: the ways of vendors/brevo.md §3.2, alone or together. */
export interface BrevoWebhookTarget {
  /** `http://user:password@host/path` sends basic authentication; a secret may stand in the path or the query, too. */
  url: string;
  /** Custom headers. */
  headers?: Record<string, string>;
  /** Sent as `Authorization: Bearer`. */
  bearer?: string;
}

export interface ResolvedTarget {
  url: string;
  headers: Record<string, string>;
}

/** Throws for what is no http address. */
export function resolveTarget({ url, headers = {}, bearer }: BrevoWebhookTarget): ResolvedTarget {
  const address = new URL(url);
  if (!/^https?:$/.test(address.protocol)) throw new TypeError('A webhook goes to an http or https address');
  const { username, password } = address;
  address.username = '';
  address.password = '';
  const basic = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  return {
    url: address.href,
    headers: {
      ...(username === '' && password === '' ? {} : { authorization: `Basic ${basic}` }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...headers,
      'content-type': 'application/json',
    },
  };
}
