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
