import { type Call, type HeaderMap, InboxError, type Secret, type VendorRequest } from '@anyinbox/core/provider';
import { assumedTokenLifetimeMs } from './assumptions.ts';
import { createFlight } from './flight.ts';
import { tokenFailure } from './token-failure.ts';
import type { TokenAnswer } from './token-request.ts';

interface AccessToken {
  readonly value: Secret;
  /** From then on it is renewed before it is used. */
  readonly staleAt: number;
}

/** A token is renewed this long before it ends, or, if it lives shorter than twice that, at its half. */
const marginMs = 60_000;

/**
 * The bearer token of one connection: kept until shortly before it ends, asked for once for all calls that need it at the same time, and asked for
 * again when the vendor refuses it.
 */
export function bearerAuthorization(request: VendorRequest<TokenAnswer>, now: () => number) {
  let held: AccessToken | undefined;
  /** What each request got the last time: the token, or why there was none. */
  const given = new WeakMap<Call, AccessToken | InboxError>();

  const renew = createFlight(async (call): Promise<AccessToken> => {
    const askedAt = now();
    const { access_token: value, expires_in } = await call.request(request);
    const lifetimeMs = expires_in === undefined ? assumedTokenLifetimeMs : expires_in * 1000;
    held = { value, staleAt: askedAt + lifetimeMs - Math.min(marginMs, lifetimeMs / 2) };
    return held;
  });

  const tokenFor = async (call: Call, refused: boolean): Promise<AccessToken> => {
    const before = refused ? given.get(call) : undefined;
    // It was the token that was refused to us: asking again at once changes nothing.
    if (InboxError.isInstance(before)) throw before;
    // Another call may have renewed meanwhile what both of them used.
    if (held !== undefined && held === before) held = undefined;
    return held !== undefined && now() < held.staleAt ? held : renew(call);
  };

  return async (call: Call, refused: boolean): Promise<HeaderMap> => {
    try {
      const token = await tokenFor(call, refused);
      given.set(call, token);
      return { authorization: { prefix: 'Bearer ', secret: token.value } };
    } catch (error) {
      if (!InboxError.isInstance(error)) throw error;
      const failure = tokenFailure(error);
      given.set(call, failure);
      throw failure;
    }
  };
}
