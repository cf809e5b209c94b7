import { isRecord, type Json } from './record.ts';

const secretName = /token|secret|password|apikey|credential|embed|snippet/;
const channelToken = /^[0-9a-f]{32}$/i;
const deepest = 20;

/**
 * The vendor's object without what must not be shown: tokens, app secrets and embed snippets (which hold the channel's token), whatever their
 * casing and depth. A website channel's ExternalAccountId is its token (vendors/sendyiq.md §Domain model hints). What lies deeper than any real
 * answer is cut off.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (!isRecord(value)) return value;
  return redactRecord(value, depth);
}

function redactRecord(record: Json, depth: number): Json {
  const shown = Object.entries(record).filter(([name, value]) => !isSecret(name, value));
  return Object.fromEntries(shown.map(([name, value]) => [name, redact(value, depth + 1)]));
}

function isSecret(name: string, value: unknown): boolean {
  if (name === '__proto__') return true;
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  if (plain === 'externalaccountid') return typeof value === 'string' && channelToken.test(value);
  // Counts, flags and dates about a token (`maxTokens`, `hasAccessToken`, `tokenExpiresAt`) give nothing away.
  const telling = typeof value === 'string' || (typeof value === 'object' && value !== null);
  return telling && secretName.test(plain) && !/expire/.test(plain);
}
