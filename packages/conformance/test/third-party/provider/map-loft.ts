import {
  type ChannelKind,
  type ConnectContext,
  defined,
  documented,
  entityMapper,
  readEntity,
} from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Config } from './config.ts';
import { withoutSecrets } from './without-secrets.ts';

export const channelKinds: Readonly<Record<string, ChannelKind>> = { web: 'website', mail: 'email', sms: 'sms' };

/** A loft is a channel (`FACTS.md` §7). */
export function loftMapper({ normalize, reportDrift }: ConnectContext<Config>) {
  const loft = z.object({
    key: z.string().min(1),
    medium: z.string(),
    title: z.string(),
    awake: documented(z.boolean()),
    hook_secret: documented(z.string()),
  });
  return entityMapper(normalize, 'channel', (raw) => {
    const { key, medium, title, awake } = readEntity('channel', loft, raw, reportDrift);
    return {
      nativeId: key,
      kind: channelKinds[medium] ?? 'unknown',
      nativeKind: medium,
      name: title,
      ...defined({ active: awake ?? undefined }),
      raw: withoutSecrets(raw),
    };
  });
}
