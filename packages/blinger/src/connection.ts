import { entityMapper, type NativeConversation } from '@anyinbox/core/provider';
import type { Context } from './config.ts';
import { toConversation } from './conversation.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createEndpoints, type Endpoints } from './endpoints.ts';

/** What the operations of one connection share. */
export interface Connection extends Context {
  readonly endpoints: Endpoints;
  readonly directory: Directory;
  /** `knownAgentId`: the operator whose list the object stood in. */
  toConversation(raw: unknown, knownAgentId?: string): NativeConversation;
}

export function createConnection(context: Context): Connection {
  const { config, normalize, reportDrift } = context;
  const endpoints = createEndpoints(context);
  const directory = createDirectory(context, endpoints);
  const mapping = { reportDrift, operatorIds: config.options.operatorIds, names: directory };
  return {
    ...context,
    endpoints,
    directory,
    toConversation: (raw, knownAgentId) =>
      entityMapper(normalize, 'conversation', (object, given) => toConversation(object, given, mapping, knownAgentId))(
        raw,
      ),
  };
}
