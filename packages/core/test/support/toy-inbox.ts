import { type ConnectionOptions, createInbox } from '@anyinbox/core';
import { onTestFinished } from 'vitest';
import { toy } from './toy-provider.ts';

export const token = 'canary-token-7f3a';

/** A toy inbox on a test server, closed when the test ends. */
export function toyInbox(url: string, options: ConnectionOptions = {}) {
  const inbox = createInbox(toy, { credentials: { token }, options: { baseUrl: url }, ...options });
  onTestFinished(() => inbox.close());
  return inbox;
}
