import { InboxError } from '../errors/index.ts';
import type { CallOptions } from '../model/index.ts';
import type { Call, NativeCall, NativeCalls } from '../provider/index.ts';
import { check, inputs } from './input.ts';

/** A provider's native calls as apps see them: the call they run in is replaced by `CallOptions`. */
export type NativeApi<N extends NativeCalls = NativeCalls> = {
  readonly [Name in keyof N]: N[Name] extends (input: infer I, call: Call) => Promise<infer R>
    ? (
        ...args: undefined extends I ? [input?: I, options?: CallOptions] : [input: I, options?: CallOptions]
      ) => Promise<R>
    : N[Name] extends NativeCalls
      ? NativeApi<N[Name]>
      : never;
};

type Run = (
  operation: string,
  options: CallOptions | undefined,
  work: (call: Call) => Promise<unknown>,
) => Promise<unknown>;

/** Lets every native call run like an operation: same auth, limits, retries and errors. */
export function bindNative(calls: NativeCalls, run: Run, prefix = 'native'): unknown {
  return Object.freeze(
    Object.fromEntries(
      Object.entries(calls).map(([name, value]) => {
        const operation = `${prefix}.${name}`;
        if (typeof value !== 'function') return [name, bindNative(value, run, operation)];
        const bound = (input: unknown, options?: CallOptions) =>
          run(operation, options, (call) => {
            check(inputs.callOptions, 'options', options ?? {});
            return (value as NativeCall)(input as never, call);
          });
        return [name, bound];
      }),
    ),
  );
}

/**
 * The same for calls that are not known before the credentials are: each is looked up when it is made, in the provider's code of that moment.
 */
export function bindNativeLazily(calls: () => NativeCalls, run: Run, path: readonly string[] = []): unknown {
  const operation = ['native', ...path].join('.');
  const call = (input: unknown, options?: CallOptions) =>
    run(operation, options, (running) => {
      check(inputs.callOptions, 'options', options ?? {});
      const native = path.reduce<unknown>((group, name) => (group as NativeCalls | undefined)?.[name], calls());
      if (typeof native !== 'function')
        throw new InboxError(`There is no ${operation}`, { code: 'unsupported', blame: 'caller' });
      return (native as NativeCall)(input as never, running);
    });
  // No `then`: whoever awaits the inbox's native calls would wait forever.
  const get = (_target: unknown, name: string | symbol) =>
    typeof name === 'symbol' || name === 'then' ? undefined : bindNativeLazily(calls, run, [...path, name]);
  return new Proxy(call, { get });
}
