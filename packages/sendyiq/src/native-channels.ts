import { type Call, defined, InboxError, type NativeChannel, readInput, Secret } from '@anyinbox/core/provider';
import * as z from 'zod';
import { answerFields } from './assumptions/index.ts';
import { rotateToken } from './channels.ts';
import type { Context } from './config.ts';
import { findText } from './envelope.ts';
import { websiteBody } from './provider-options.ts';
import { createdChannel, createWebsite, type WebsiteChannelBody } from './website-channel.ts';

/** What creating a website channel answers. Either is absent when the answer holds no recognisable one. */
export interface CreatedWebsiteChannel {
  readonly channel?: NativeChannel;
  /** HTML for the website. It holds the channel's token, so that it prints as `[secret]`; `reveal()` gives it. */
  readonly embedSnippet?: Secret;
}

/** What rotating a channel's token answers. Either is absent when the answer holds no recognisable one. */
export interface RotatedToken {
  readonly channelToken?: Secret;
  readonly embedSnippet?: Secret;
}

const channelInput = z.strictObject({ channelId: z.string({ error: 'must be a string' }).min(1, 'must not be empty') });

/** The vendor's own calls about channels, whose answers hold more than a channel (vendors/sendyiq.md §Endpoints). */
export function nativeChannels(context: Context) {
  return {
    async createWebsite(input: WebsiteChannelBody, call: Call): Promise<CreatedWebsiteChannel> {
      const body = readInput(websiteBody, input, 'input');
      const answer = await createWebsite(body, call);
      return defined({
        channel: tolerant(() => createdChannel(context, body, answer)),
        embedSnippet: secretIn(answer, answerFields.embedSnippet.spellings),
      });
    },
    async rotateToken(input: { readonly channelId: string }, call: Call): Promise<RotatedToken> {
      const answer = await call.request(rotateToken(readInput(channelInput, input, 'input').channelId));
      return defined({
        channelToken: secretIn(answer, answerFields.channelToken.spellings),
        embedSnippet: secretIn(answer, answerFields.embedSnippet.spellings),
      });
    },
  };
}

function secretIn(answer: unknown, names: readonly string[]): Secret | undefined {
  const text = findText(answer, names, ['channel']);
  return text === undefined ? undefined : new Secret(text);
}

/** A snippet without a channel is worth having. */
function tolerant(read: () => NativeChannel): NativeChannel | undefined {
  try {
    return read();
  } catch (error) {
    if (InboxError.isInstance(error) && error.code === 'unexpected-response') return undefined;
    throw error;
  }
}
