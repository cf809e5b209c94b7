import {
  defined,
  type Mapper,
  type NativeChannel,
  type ReportDrift,
  unexpectedResponse,
} from '@anyinbox/core/provider';
import { channelFields } from './assumptions/index.ts';
import { channelKind } from './channel-kind.ts';
import { entityFields, fieldReader } from './field-reader.ts';
import { flag, identifier, label, word } from './parse.ts';
import { redact } from './redact.ts';
import { time } from './time.ts';

/** What was asked for when a channel was created: it stands in for what the answer does not repeat. */
export type RequestedChannel = Pick<NativeChannel, 'nativeKind' | 'name' | 'aiAgentEnabled'>;

const fields = entityFields('channel', channelFields);

/** A SocialChannel as a channel. Only a missing id is an error. */
export function channelMapper(reportDrift: ReportDrift, requested?: RequestedChannel): Mapper<'channel'> {
  return (raw, given) => {
    const read = fieldReader(fields, raw, given, reportDrift);
    const nativeId = given.nativeId ?? read('nativeId', identifier);
    if (typeof nativeId !== 'string') throw unexpectedResponse('channel', ['id']);
    const nativeKind = read('nativeKind', word) ?? requested?.nativeKind ?? '';
    return defined({
      nativeId,
      kind: channelKind(nativeKind),
      nativeKind,
      name: read('name', label) ?? requested?.name ?? '',
      active: read('active', flag) ?? undefined,
      aiAgentEnabled: read('aiAgentEnabled', flag) ?? requested?.aiAgentEnabled,
      createdAt: read('createdAt', time) ?? undefined,
      raw: redact(raw) ?? null,
    });
  };
}
