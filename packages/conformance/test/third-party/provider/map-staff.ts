import {
  type ConnectContext,
  defined,
  documented,
  entityMapper,
  type NativeGroup,
  readEntity,
} from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Config } from './config.ts';

const keeper = z.object({
  key: z.string().min(1),
  name: documented(z.string().min(1)),
  mail: documented(z.string().min(1)),
  perched: documented(z.boolean()),
});
const flock = z.object({ key: z.string().min(1), title: z.string() });

/** A keeper is an agent (`FACTS.md` §8). */
export function keeperMapper({ normalize, reportDrift }: ConnectContext<Config>) {
  return entityMapper(normalize, 'agent', (raw) => {
    const { key, name, mail, perched } = readEntity('agent', keeper, raw, reportDrift);
    return {
      id: key,
      ...defined({ name: name ?? undefined, email: mail ?? undefined, online: perched ?? undefined }),
      raw,
    };
  });
}

/** A flock is a group. */
export function flockMapper({ reportDrift }: ConnectContext<Config>) {
  return (raw: unknown): NativeGroup => {
    const { key, title } = readEntity('group', flock, raw, reportDrift);
    return { id: key, name: title, raw };
  };
}
