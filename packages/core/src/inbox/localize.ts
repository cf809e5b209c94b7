import type { Agent, Channel, Conversation, Group, Message, Note, Provenance } from '../model/index.ts';
import type {
  NativeAgent,
  NativeChannel,
  NativeConversation,
  NativeGroup,
  NativeMessage,
  NativeNote,
} from '../provider/index.ts';
import type { Connection } from './connection.ts';

export interface LocalizeOptions {
  readonly source: Provenance['source'];
  readonly raw: boolean;
}

/** Turns what a provider mapped into what apps see: our ids, provenance, and `raw` only on request. */
export function createLocalizer(connection: Connection, options: LocalizeOptions) {
  const asOf = new Date(connection.now()).toISOString();
  const finish = <T extends { readonly complete?: boolean; readonly mirroredAt?: string; readonly raw: unknown }>({
    complete = true,
    mirroredAt,
    raw,
    ...rest
  }: T) => ({
    ...rest,
    provenance: (mirroredAt === undefined
      ? { source: options.source, asOf, complete }
      : { source: 'mirror', asOf: mirroredAt, complete }) satisfies Provenance,
    ...(options.raw && raw !== undefined ? { raw } : {}),
  });
  const identify = <T extends { readonly nativeId: string }>(entity: T) => ({
    id: connection.id(entity.nativeId),
    ...entity,
  });
  const withId = <T extends { readonly id?: string }>(entity: T): T =>
    entity.id === undefined ? entity : { ...entity, id: connection.id(entity.id) };
  const person = <T extends { readonly id: string; readonly complete?: boolean; readonly raw: unknown }>(native: T) => {
    const { complete: _, mirroredAt: __, raw, ...rest } = withId(native) as T & { readonly mirroredAt?: string };
    return { ...rest, ...(options.raw && raw !== undefined ? { raw } : {}) };
  };

  return {
    conversation: (native: NativeConversation): Conversation => ({
      ...identify(finish(native)),
      connectionId: connection.connectionId,
      provider: connection.provider,
      channel: withId(native.channel),
      contact: withId(native.contact),
      ...(native.assignee && {
        assignee: {
          ...(native.assignee.agent && { agent: withId(native.assignee.agent) }),
          ...(native.assignee.group && { group: withId(native.assignee.group) }),
        },
      }),
    }),
    message: (native: NativeMessage, conversationNativeId: string): Message => ({
      ...identify(finish(native)),
      conversationId: connection.id(conversationNativeId),
      author: withId(native.author),
    }),
    note: (native: NativeNote, conversationNativeId: string): Note => ({
      ...identify(finish(native)),
      conversationId: connection.id(conversationNativeId),
      author: withId(native.author),
    }),
    channel: (native: NativeChannel): Channel => identify(finish(native)),
    agent: (native: NativeAgent): Agent => person(native),
    group: (native: NativeGroup): Group => person(native),
  };
}
