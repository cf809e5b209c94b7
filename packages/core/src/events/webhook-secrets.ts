import { createHash, timingSafeEqual } from 'node:crypto';

/** Everything in a request that may be its secret. */
export function presentedSecrets(
  headers: Headers,
  fromPath: string | undefined,
  headerName = 'x-webhook-token',
): readonly string[] {
  const authorization = headers.get('authorization') ?? '';
  const [, scheme = '', value = ''] = /^(basic|bearer) +(\S+)$/i.exec(authorization) ?? [];
  const fromBasic = scheme.toLowerCase() === 'basic' ? passwordOf(value) : undefined;
  const fromBearer = scheme.toLowerCase() === 'bearer' ? value : undefined;
  return [fromPath, headers.get(headerName) ?? undefined, fromBasic, fromBearer].filter(
    (candidate): candidate is string => candidate !== undefined && candidate !== '',
  );
}

function passwordOf(encoded: string): string | undefined {
  const decoded = Buffer.from(encoded, 'base64').toString();
  const separator = decoded.indexOf(':');
  return separator < 0 ? undefined : decoded.slice(separator + 1);
}

/** Takes the same time whichever of the secrets it is, and whether it is one. */
export function isAnyOf(presented: readonly string[], secrets: readonly string[]): boolean {
  const hashes = secrets.map(digest);
  let found = false;
  for (const candidate of presented)
    for (const hash of hashes) found = timingSafeEqual(digest(candidate), hash) || found;
  return found;
}

/** Of one length, whatever the length of the secret. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
