import { defined, type NativeChannel, readEntity } from '@anyinbox/core/provider';
import { channelKinds } from './assumptions.ts';
import { type MappingContext, needed, timeOf } from './mapping-context.ts';
import { channelSchema } from './schemas.ts';

export function toChannel(raw: unknown, given: Partial<NativeChannel>, context: MappingContext): NativeChannel {
  const channel = readEntity('channel', channelSchema, raw, context.reportDrift);
  return {
    ...defined({
      nativeId: given.nativeId ?? needed(channel.id, 'channel', 'id'),
      kind: channelKind(channel.type),
      nativeKind: channel.type ?? 'unknown',
      name: channel.name ?? '',
      active: channel.active ?? undefined,
      createdAt: timeOf(context, 'channel', 'createdAt', channel.createdAt) ?? undefined,
    }),
    raw,
  };
}

export function channelKind(type: string | null | undefined): NativeChannel['kind'] {
  return channelKinds.get(type?.toLowerCase() ?? '') ?? 'unknown';
}
