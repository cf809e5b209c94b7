import * as z from 'zod';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** A config field that points a provider elsewhere: https anywhere, plain http only on this machine, so that no credential crosses a network readable. */
export function baseUrl() {
  return z
    .string({ error: 'must be a URL' })
    .refine(isAllowed, 'must be an https URL, or http on localhost, without user, query or fragment')
    .transform((url) => url.replace(/\/+$/, ''));
}

/** True for hosts that never leave the machine. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && loopback.test(new URL(url).hostname);
}

function isAllowed(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const plain = !url.username && !url.password && !url.search && !url.hash && !/[?#]/.test(value);
  return plain && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(value)));
}
