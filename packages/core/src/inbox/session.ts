import type * as z from 'zod';
import { InboxError } from '../errors/index.ts';
import type { Call, Connected, HeaderMap, NativeCalls, Provider } from '../provider/index.ts';
import { invalidConfig } from './invalid-config.ts';

/** Credentials as they are, or a function that is asked for them at each request. */
export type CredentialsSource<T> = T | (() => T | Promise<T>);

type AnyConfig = z.output<Provider['config']>;
type AnyConnected = Connected<object, NativeCalls>;

/** The provider's code at work with the credentials of the moment. */
export interface Session {
  /** Ready after {@link open}. */
  connected(): AnyConnected;
  /** Asks for the credentials, if they are a function. */
  open(): Promise<void>;
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
  const refresh = async () => use(dynamic ? await ask(source as () => unknown) : source);
  if (!dynamic) use(source);

  return {
    connected: () => current?.connected as AnyConnected,
    async open() {
      if (!current) await refresh();
    },
    async headers(call, renew) {
      const { config, connected } = dynamic ? await refresh() : (current ?? (await refresh()));
      return connected.authorize ? connected.authorize(call, renew) : provider.transport.headers(config);
    },
    renewable: () => dynamic || current?.connected.authorize !== undefined,
  };
}

/** What the app's function throws may hold anything, so only that it threw is said. */
async function ask(source: () => unknown): Promise<unknown> {
  try {
    return await source();
  } catch {
    throw new InboxError('The function that gives the credentials threw', {
      code: 'invalid-config',
      blame: 'credentials',
    });
  }
}
