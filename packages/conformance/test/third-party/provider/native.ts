import type { Call, ConnectContext } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Config } from './config.ts';
import { time } from './time.ts';

/** What only this vendor has: what happened to a thread (`FACTS.md` §4). */
export function native({ config }: ConnectContext<Config>) {
  const trail = z.object({ steps: z.array(z.object({ step: z.string(), at: time(config) })) });
  return {
    threads: {
      async trail(thread: string, call: Call) {
        const path = '/v2/threads/{thread}/trail';
        const request = { method: 'GET', path, params: { thread }, effect: 'read', response: trail } as const;
        return (await call.request(request)).steps;
      },
    },
  };
}
