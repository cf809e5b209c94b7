import { addressed, type WebhookAddress, type WebhookTarget } from '../../server/post-webhook.ts';

/** Where webhooks go and how they prove who sends them, in the ways of vendors/brevo.md §3.2; a secret may stand in the path, too. */
export interface BrevoWebhookTarget extends WebhookTarget {
  /** Sent as `Authorization: Bearer`. */
  bearer?: string;
}

export function addressOf({ bearer, headers = {}, url }: BrevoWebhookTarget): WebhookAddress {
  const address = addressed({
    url,
    headers: bearer === undefined ? headers : { authorization: `Bearer ${bearer}`, ...headers },
  });
  if (!/^https?:/.test(address.url)) throw new TypeError('A webhook goes to an http or https address');
  return address;
}
