import type { BrevoBehaviour } from './behaviour.ts';
import type { BrevoState } from './state.ts';
import type { BrevoWebhookBody } from './wire.ts';

/** What everything that happens to conversations needs. */
export interface World {
  state: BrevoState;
  now: () => number;
  behaviour: () => BrevoBehaviour;
  /** Sends a webhook, if one is configured. */
  publish(body: BrevoWebhookBody): void;
}
