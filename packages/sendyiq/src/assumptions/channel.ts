import { type AssumedFields, inferred } from './basis.ts';

/** Field names of a channel, by model field. */
export const channelFields = {
  nativeId: inferred('§Endpoints: the parameter is {channelId}, a UUID', 'id', 'channelId', 'uuid'),
  nativeKind: inferred('§Domain model hints: ChannelType = Website', 'channelType', 'type', 'kind', 'platform'),
  name: inferred('§Endpoints: the bodies say displayName', 'displayName', 'name', 'channelName'),
  active: inferred('§Domain model hints: an IsEnabled flag on channels', 'isEnabled', 'enabled', 'isActive', 'active'),
  aiAgentEnabled: inferred(
    '§Endpoints: the creation says isAgentEnabled',
    'isAgentEnabled',
    'agentEnabled',
    'isAiAgentEnabled',
    'aiAgentEnabled',
    'isAiEnabled',
  ),
  createdAt: inferred('§Domain model hints: stored entities', 'createdAt', 'createdAtUtc', 'createdOn', 'createdDate'),
} as const satisfies AssumedFields;
