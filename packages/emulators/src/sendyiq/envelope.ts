/** The forms that a response may take, since the vendor documents none. The defaults are the emulator's guess. */
export interface SendyiqEnvelope {
  /** `conversations` uses the entity's name (`channels` for channels); `nested` is `{ data: { items } }`. */
  list: 'array' | 'items' | 'data' | 'results' | 'conversations' | 'nested';
  /** Where the number of all items stands; a bare array has no place for it. */
  total: 'total' | 'totalCount' | 'pagination' | 'none';
  casing: 'camel' | 'pascal';
  /** Single objects bare, or as `{ data: {...} }`. */
  single: 'bare' | 'data';
  /** Whether the read of one conversation carries its messages. */
  messagesInConversation: boolean;
}

export const defaultEnvelope: SendyiqEnvelope = {
  list: 'items',
  total: 'totalCount',
  casing: 'camel',
  single: 'bare',
  messagesInConversation: true,
};

export interface ListParts {
  items: readonly unknown[];
  entity: 'conversations' | 'channels';
  total: number;
  /** Absent for lists that are not paged. */
  paging?: { page: number; pageSize: number };
}

export function wrapList(envelope: SendyiqEnvelope, parts: ListParts): unknown {
  const { items, entity } = parts;
  if (envelope.list === 'array') return cased(envelope, items);
  if (envelope.list === 'nested') return cased(envelope, { data: { items, ...totals(envelope, parts) } });
  const name = envelope.list === 'conversations' ? entity : envelope.list;
  return cased(envelope, { [name]: items, ...totals(envelope, parts) });
}

export function wrapSingle(envelope: SendyiqEnvelope, item: unknown): unknown {
  return cased(envelope, envelope.single === 'data' ? { data: item } : item);
}

function totals(envelope: SendyiqEnvelope, { total, paging = undefined }: ListParts): Record<string, unknown> {
  switch (envelope.total) {
    case 'none':
      return {};
    case 'pagination':
      return { pagination: { ...paging, total } };
    default:
      return { ...paging, [envelope.total]: total };
  }
}

function cased(envelope: SendyiqEnvelope, value: unknown): unknown {
  return envelope.casing === 'pascal' ? pascalNames(value) : value;
}

function pascalNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pascalNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.charAt(0).toUpperCase() + name.slice(1), pascalNames(inner)]),
  );
}
