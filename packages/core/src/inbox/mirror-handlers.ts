import { InboxError } from '../errors/index.ts';
import type {
  AllHandlers,
  NativeAgent,
  NativeChannel,
  NativeConversation,
  NativeConversationQuery,
  NativeMessage,
  NativePage,
  PageRequest,
} from '../provider/index.ts';
import type { Facets, MirrorRecord, RecordKind, RecordQuery, Scope, Store } from '../store/index.ts';
import { toNativeAgent, toNativeChannel, toNativeConversation, toNativeMessage } from './mirrored.ts';

/** The reads that the mirror can serve, as handlers like a provider's. */
export interface MirrorHandlers {
  readonly conversations: Pick<AllHandlers['conversations'], 'list' | 'get'>;
  readonly messages: Pick<AllHandlers['messages'], 'list' | 'get'>;
  readonly channels: Pick<AllHandlers['channels'], 'list' | 'get'>;
  readonly agents: Pick<AllHandlers['agents'], 'list'>;
}

/** Why a list of the mirror is never the whole truth. */
const incomplete = 'the mirror shows what was heard since it is kept';
const pageSize = 50;

/** Reads of what we keep of one connection: no request to the vendor. */
export function createMirrorHandlers(store: Store, scope: Scope): MirrorHandlers {
  const list = async <T>(
    query: Omit<RecordQuery, 'after' | 'limit'>,
    { position, limit }: PageRequest,
    map: (record: MirrorRecord) => T | undefined,
  ): Promise<NativePage<T>> => {
    const wanted = Math.min(limit, pageSize);
    const after = position === undefined ? undefined : parsePosition(position);
    const records = await store.list(scope, { ...query, after, limit: wanted });
    const last = records.at(-1);
    return {
      items: records.flatMap((record) => map(record) ?? []),
      next: last && records.length === wanted ? JSON.stringify([last.at, last.id]) : undefined,
      incomplete,
    };
  };
  const get = async (kind: RecordKind, id: string): Promise<MirrorRecord> => {
    const [record] = await store.get(scope, kind, [id]);
    if (record) return record;
    throw new InboxError(`The mirror has no such ${kind}`, {
      code: 'not-found',
      blame: 'caller',
      hint: 'It holds what was heard since it is kept; there may be one at the vendor all the same.',
    });
  };

  return {
    conversations: {
      list: (query, page) =>
        list<NativeConversation>({ kind: 'conversation', where: facetsOf(query) }, page, toNativeConversation),
      get: async (id) => toNativeConversation(await get('conversation', id)),
    },
    messages: {
      async list(parent, page) {
        const [conversation] = await store.get(scope, 'conversation', [parent]);
        return list<NativeMessage>({ kind: 'message', parent }, page, (one) => toNativeMessage(one, conversation));
      },
      async get(id) {
        const record = await get('message', id);
        const [conversation] = await store.get(scope, 'conversation', [record.parent]);
        const message = toNativeMessage(record, conversation);
        if (message) return { ...message, conversationId: record.parent };
        throw new InboxError('The mirror knows of this message only that it changed', {
          code: 'not-found',
          blame: 'caller',
        });
      },
    },
    channels: {
      list: (page) => list<NativeChannel>({ kind: 'channel' }, page, toNativeChannel),
      get: async (id) => toNativeChannel(await get('channel', id)),
    },
    agents: { list: (page) => list<NativeAgent>({ kind: 'agent' }, page, toNativeAgent) },
  };
}

function facetsOf({ status, channelId, assignee, unread }: NativeConversationQuery): Facets {
  return {
    ...(status !== undefined && { status }),
    ...(channelId !== undefined && { channelId }),
    ...(assignee === null && { unassigned: true }),
    ...(assignee?.agentId !== undefined && { agentId: assignee.agentId }),
    ...(assignee?.groupId !== undefined && { groupId: assignee.groupId }),
    ...(unread && { unread: true }),
  };
}

/** Of a cursor: it was made by us, but the app had it in its hands. */
function parsePosition(position: string): { readonly at: string; readonly id: string } {
  try {
    const [at, id]: unknown[] = JSON.parse(position);
    if (typeof at === 'string' && typeof id === 'string') return { at, id };
  } catch {}
  throw new InboxError('cursor cannot be used here: it is not one of the mirror', {
    code: 'invalid-request',
    blame: 'caller',
  });
}
