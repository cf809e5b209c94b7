import type { Channel } from '@anyinbox/core/provider';
import { words } from './assumptions/index.ts';
import { wordFor } from './words.ts';

export function channelKind(nativeKind: string | undefined): Channel['kind'] {
  return wordFor(words.channel, nativeKind ?? '') ?? 'unknown';
}
