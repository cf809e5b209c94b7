import {
  type ConnectContext,
  defined,
  documented,
  entityMapper,
  type NativeConversation,
  readEntity,
} from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Config } from './config.ts';
import { channelKinds } from './map-loft.ts';
import { time } from './time.ts';
import { withoutSecrets } from './without-secrets.ts';

const statuses: Readonly<Record<string, 'open' | 'closed'>> = { flying: 'open', landed: 'closed' };

/** A thread is a conversation (`FACTS.md` §4). */
export function threadMapper({ config, normalize, reportDrift }: ConnectContext<Config>) {
  const thread = z.object({
    key: z.string().min(1),
    topic: documented(z.string()),
    state: documented(z.string()),
    loft: documented(z.object({ key: z.string(), medium: z.string(), title: z.string() })),
    sender: documented(z.object({ key: z.string(), name: z.string(), mail: z.string().nullable() })),
    keeper: documented(z.object({ key: z.string(), name: z.string() })),
    flock: documented(z.object({ key: z.string(), title: z.string() })),
    unseen: documented(z.int().nonnegative()),
    started: documented(time(config)),
    moved: documented(time(config)),
    page_ticket: documented(z.string()),
  });
  return entityMapper(normalize, 'conversation', (raw): NativeConversation => {
    const { key, topic, state, loft, sender, keeper, flock, unseen, started, moved } = readEntity(
      'conversation',
      thread,
      raw,
      reportDrift,
    );
    return {
      nativeId: key,
      channel: loft
        ? { id: loft.key, kind: channelKinds[loft.medium] ?? 'unknown', nativeKind: loft.medium, name: loft.title }
        : { kind: 'unknown' },
      contact: sender ? { id: sender.key, name: sender.name, email: sender.mail } : {},
      status: (state && statuses[state]) || 'unknown',
      ...defined({
        nativeStatus: state ?? undefined,
        subject: topic,
        assignee: assigneeOf(keeper, flock),
        unreadCount: unseen ?? undefined,
        createdAt: started ?? undefined,
        updatedAt: moved ?? undefined,
      }),
      raw: withoutSecrets(raw),
    };
  });
}

/** Nobody when the vendor says so for both; unknown when it does not say. */
function assigneeOf(
  keeper: { key: string; name: string } | null | undefined,
  flock: { key: string; title: string } | null | undefined,
): NativeConversation['assignee'] {
  if (keeper === null && flock === null) return null;
  if (!keeper && !flock) return undefined;
  return {
    ...(keeper && { agent: { id: keeper.key, name: keeper.name } }),
    ...(flock && { group: { id: flock.key, name: flock.title } }),
  };
}
