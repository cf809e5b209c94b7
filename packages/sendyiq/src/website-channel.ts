import { type Call, entityMapper, type NativeChannel } from '@anyinbox/core/provider';
import * as z from 'zod';
import { channelFields } from './assumptions/index.ts';
import { channelMapper } from './channel.ts';
import type { Context } from './config.ts';
import { findEntity } from './envelope.ts';
import { readTaken } from './taken.ts';

const ids = channelFields.nativeId.spellings;

/** The vendor's words for a website channel to create. */
export interface WebsiteChannelBody {
  readonly displayName: string;
  readonly aiProviderCode?: string | undefined;
  readonly aiModelCode?: string | undefined;
  readonly systemPromptOverride?: string | undefined;
  readonly isAgentEnabled?: boolean | undefined;
}

/** Repeating it makes a second channel, so it is never retried blindly. */
export function createWebsite(body: WebsiteChannelBody, call: Call): Promise<unknown> {
  return call.request({
    method: 'POST',
    path: '/social/channels/website',
    body,
    effect: 'send',
    response: z.unknown(),
    anyText: true,
  });
}

/** The channel in the answer. Throws, saying that it was created, when the answer has no recognisable id. */
export function createdChannel(context: Context, body: WebsiteChannelBody, answer: unknown): NativeChannel {
  const requested = {
    // vendors/sendyiq.md §Domain model hints: ChannelType = Website.
    nativeKind: 'Website',
    name: body.displayName,
    ...(body.isAgentEnabled === undefined ? {} : { aiAgentEnabled: body.isAgentEnabled }),
  };
  const toChannel = entityMapper(context.normalize, 'channel', channelMapper(context.reportDrift, requested));
  return readTaken(
    () => toChannel(findEntity(answer, 'channel', ids)),
    'The vendor created the channel, but its answer holds no recognisable id',
    'Do not create it again: find it in channels.list, or say where the id is with `normalize.channel.nativeId`.',
  );
}
