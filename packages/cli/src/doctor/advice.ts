import type { InboxError } from '@anyinbox/core';

export interface Asked {
  readonly vendor: string;
  /** Of the connection, in the file. */
  readonly path: string;
  /** Whether the file says where the vendor is. */
  readonly hasBaseUrl: boolean;
}

/** What a failed read says about a connection, and what to do about it. */
export function advice(error: InboxError, { vendor, path, hasBaseUrl }: Asked): string {
  const status = error.status === undefined ? '' : ` (HTTP ${error.status})`;
  const address = hasBaseUrl ? `${path}.options.baseUrl, the network and its proxies` : 'the network and its proxies';
  switch (error.code) {
    case 'unauthorized':
      return `${vendor} refuses the credentials${status}: put valid ones at ${path}.credentials`;
    case 'forbidden':
      return `${vendor} knows the credentials and forbids ${error.operation}${status}: give them that right at the vendor, or allow this machine's address there`;
    case 'network':
      return `${vendor} cannot be reached: check ${address}`;
    case 'timeout':
      return `${vendor} does not answer in time: check ${address}, or try again later`;
    case 'rate-limited':
    case 'budget-exhausted':
      return `${vendor} takes no more requests${status}: try again${wait(error.retryAfterMs)}, and look for what else uses this account`;
    case 'provider-unavailable':
      return `${vendor} fails by itself${status}: try again later, and ask its support if it lasts`;
    case 'not-found':
    case 'unexpected-response':
      return `what answers is not ${vendor} as we know it${status}: check ${address}`;
    default:
      return [`${error.message}${status}`, error.hint].filter((part) => part !== undefined).join(': ');
  }
}

function wait(milliseconds: number | undefined): string {
  return milliseconds === undefined ? ' later' : ` in ${Math.ceil(milliseconds / 1000)} s`;
}
