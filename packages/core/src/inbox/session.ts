import type * as z from 'zod';
import { InboxError } from '../errors/index.ts';
import { aborted } from '../http/index.ts';
import type { Call, Connected, HeaderMap, NativeCalls, Provider } from '../provider/index.ts';
import { invalidConfig } from './invalid-config.ts';
import { linkSignal } from './link-signal.ts';

/** Credentials as they are, or a function that is asked for them at each request. */
export type CredentialsSource<T> = T | (() => T | Promise<T>);

type AnyConfig = z.output<Provider['config']>;
type AnyConnected = Connected<object, NativeCalls>;

/** The provider's code at work with the credentials of the moment. */
export interface Session {
  /** Ready after {@link open}. */
  connected(): AnyConnected;
  /** The configuration that it is connected with. */
  config(): AnyConfig;
  /** Asks for the credentials, if they are a function. */
  open(signal: AbortSignal | undefined): Promise<void>;
  /** The headers of one request; `renew` after the vendor refused the last ones. */
  headers(call: Call, renew: boolean): Promise<HeaderMap>;
  /** Whether asking again can give other headers. */
  renewable(): boolean;
}

interface SessionContext {
  readonly provider: Provider;
  readonly source: CredentialsSource<unknown>;
  readonly options: unknown;
  connect(config: AnyConfig): AnyConnected;
}

/**
 * Everything that is wrong with a configuration. Credentials that a function gives are checked when it gives them.
 */
export function configIssues(provider: Provider, source: unknown, options: unknown): readonly z.core.$ZodIssue[] {
  if (typeof source !== 'function')
    return provider.config.safeParse({ credentials: source, options }).error?.issues ?? [];
  const issues = provider.config.shape.options.safeParse(options).error?.issues ?? [];
  return issues.map((issue) => ({ ...issue, path: ['options', ...issue.path] }));
}

/** When the function gives other credentials the provider is connected anew, so that nothing remembered belongs to the old ones. */
export function createSession({ provider, source, options, connect }: SessionContext): Session {
  let current: { readonly given: string; readonly config: AnyConfig; readonly connected: AnyConnected } | undefined;

  const use = (credentials: unknown) => {
    const given = JSON.stringify(credentials) ?? '';
    if (current?.given === given) return current;
    const parsed = provider.config.safeParse({ credentials, options });
    if (!parsed.success) throw invalidConfig(provider.id, parsed.error.issues);
    current = { given, config: parsed.data, connected: connect(parsed.data) };
    return current;
  };
  const dynamic = typeof source === 'function';
  const refresh = async (signal: AbortSignal | undefined) =>
    use(dynamic ? await ask(source as () => unknown, signal) : source);
  if (!dynamic) use(source);

  return {
    connected: () => current?.connected as AnyConnected,
    config: () => current?.config as AnyConfig,
    async open(signal) {
      if (!current) await refresh(signal);
    },
    async headers(call, renew) {
      const { config, connected } = dynamic || !current ? await refresh(call.signal) : current;
      return connected.authorize ? connected.authorize(call, renew) : provider.transport.headers(config);
    },
    renewable: () => dynamic || current?.connected.authorize !== undefined,
  };
}

const credentialsTimeoutMs = 20_000;

/** What the app's function throws may hold anything, so only that it threw is said. It may not hold up the call for longer than the caller waits. */
async function ask(source: () => unknown, signal: AbortSignal | undefined): Promise<unknown> {
  const { signal: either, release } = linkSignal(signal);
  let timer: NodeJS.Timeout | undefined;
  const left = new Promise<never>((_, reject) => {
    either.addEventListener('abort', () => reject(aborted(either)), { once: true });
    timer = setTimeout(() => reject(failed('did not answer in time')), credentialsTimeoutMs);
  });
  try {
    return await Promise.race([Promise.resolve().then(source), left]);
  } catch (error) {
    throw InboxError.isInstance(error) ? error : failed('threw');
  } finally {
    clearTimeout(timer);
    release();
  }
}

function failed(what: string): InboxError {
  return new InboxError(`The function that gives the credentials ${what}`, {
    code: 'invalid-config',
    blame: 'credentials',
  });
}
