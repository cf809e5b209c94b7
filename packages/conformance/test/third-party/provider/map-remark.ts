import { type ConnectContext, defined, documented, entityMapper, readEntity } from '@anyinbox/core/provider';
import * as z from 'zod';
import type { Config } from './config.ts';
import { time } from './time.ts';

/** A remark is a note (`FACTS.md` §6). */
export function remarkMapper({ config, normalize, reportDrift }: ConnectContext<Config>) {
  const remark = z.object({
    key: z.string().min(1),
    thread: documented(z.string()),
    keeper: documented(z.string()),
    body: z.string(),
    written: documented(time(config)),
  });
  return entityMapper(normalize, 'note', (raw) => {
    const { key, keeper, body, written } = readEntity('note', remark, raw, reportDrift);
    return {
      nativeId: key,
      author: { kind: 'agent', ...(keeper && { id: keeper }) },
      text: body,
      ...defined({ createdAt: written ?? undefined }),
      raw,
    };
  });
}
