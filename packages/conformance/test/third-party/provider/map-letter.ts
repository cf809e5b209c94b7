import {
  type Author,
  type ConnectContext,
  defined,
  documented,
  entityMapper,
  readEntity,
} from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Config } from './config.ts';
import { time } from './time.ts';

/** A letter is a message (`FACTS.md` §5). The result also says which thread it is of, which `messages.get` needs. */
export function letterMapper({ config, normalize, reportDrift }: ConnectContext<Config>) {
  const letter = z.object({
    key: z.string().min(1),
    thread: documented(z.string()),
    from: z.string(),
    keeper: documented(z.string()),
    body: z.string(),
    written: time(config),
    corrected: documented(time(config)),
    withdrawn: documented(time(config)),
  });
  return entityMapper(normalize, 'message', (raw) => {
    const { key, from, keeper, body, written, corrected, withdrawn } = readEntity('message', letter, raw, reportDrift);
    return {
      nativeId: key,
      kind: 'message',
      direction: from === 'sender' ? 'inbound' : 'outbound',
      author: authorOf(from, keeper),
      text: body,
      attachments: [],
      delivery: { state: 'unknown' },
      automated: from === 'robot',
      createdAt: written,
      ...defined({ editedAt: corrected, deletedAt: withdrawn }),
      raw,
    };
  });
}

function authorOf(from: string, keeper: string | null | undefined): Author {
  if (from === 'sender') return { kind: 'contact' };
  if (from === 'robot') return { kind: 'bot' };
  if (from === 'keeper') return { kind: 'agent', ...(keeper && { id: keeper }) };
  return { kind: 'unknown' };
}
