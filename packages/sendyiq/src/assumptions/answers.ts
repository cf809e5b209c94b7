import { type AssumedFields, inferred } from './basis.ts';

/** What the answers of three calls carry, whose field names are UNKNOWN. */
export const answerFields = {
  hubToken: inferred(
    '§Endpoints: hub-token answers a short-lived token',
    'token',
    'accessToken',
    'hubToken',
    'access_token',
  ),
  channelToken: inferred(
    '§Domain model hints: ChannelToken, ExternalAccountId = channel token',
    'channelToken',
    'token',
    'newToken',
  ),
  embedSnippet: inferred(
    '§Endpoints: the creation returns an embed snippet',
    'embedSnippet',
    'embedCode',
    'embedScript',
    'embedHtml',
    'snippet',
    'embed',
  ),
} as const satisfies AssumedFields;
