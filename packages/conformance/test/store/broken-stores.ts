import type { Facets, LogEntry, MirrorRecord, Scope, Store } from '@anyinbox/core';

type Break = (store: Store) => Partial<Store>;

const facets = ['status', 'channelId', 'agentId', 'groupId', 'contactId', 'unassigned', 'unread'] as const;
let serial = 0;

/** Faults that a store might have, by the test that must notice them. */
export const faults: readonly (readonly [fault: string, test: RegExp, broken: Break])[] = [
  [
    'forgets what it claimed',
    /^claims > an event that comes again/,
    (store) => ({ ingest: ({ entries, ...rest }) => store.ingest({ ...rest, entries: entries.map(renamed) }) }),
  ],
  [
    'claims an event for all tenants at once',
    /^claims > the same id in another connection/,
    (store) => ({
      ingest: (delivery) => store.ingest({ ...delivery, scope: { tenantId: 'all', connectionId: 'all' } }),
    }),
  ],
  [
    'writes entry by entry',
    /^transactions > when a merge throws/,
    (store) => ({
      async ingest({ entries, ...rest }) {
        const accepted: string[] = [];
        for (const entry of entries) accepted.push(...(await store.ingest({ ...rest, entries: [entry] })).accepted);
        return { accepted };
      },
    }),
  ],
  [
    'merges what it read before it had the lock',
    /^transactions > parallel increments/,
    (store) => ({
      async ingest({ scope, entries, marks }) {
        const read = entries.map(async (entry) => ({
          ...entry,
          changes: await Promise.all(
            entry.changes.map(async ({ key, merge }) => {
              const [before] = await store.get(scope, key.kind, [key.id]);
              return { key, merge: () => merge(before) };
            }),
          ),
        }));
        return store.ingest({ scope, entries: await Promise.all(read), marks });
      },
    }),
  ],
  [
    'orders ties the other way',
    /^lists > stand in the order/,
    (store) => ({
      list: async (scope, query) =>
        [...(await store.list(scope, { ...query, limit: 999 }))].sort(byTimeThenId).slice(0, query.limit),
    }),
  ],
  [
    'continues after the time, not the id',
    /^lists > come in pages of 4/,
    (store) => ({
      list: (scope, query) => store.list(scope, { ...query, after: query.after && { at: query.after.at, id: '' } }),
    }),
  ],
  [
    'gives one more than it may',
    /^lists > come in pages of 1,/,
    (store) => ({ list: (scope, query) => store.list(scope, { ...query, limit: query.limit + 1 }) }),
  ],
  ...facets.map(
    (facet) =>
      [
        `does not filter by ${facet}`,
        new RegExp(`^filters > {"${facet}"`),
        (store: Store) => ({
          list: (scope, query) => store.list(scope, { ...query, where: without(query.where, facet) }),
        }),
      ] as const satisfies readonly [string, RegExp, Break],
  ),
  [
    'mixes tenants',
    /^connections and tenants > keep/,
    (store) => inScopes(store, (scope) => ({ ...scope, tenantId: 'all' })),
  ],
  [
    'mixes connections',
    /^connections and tenants > keep/,
    (store) => inScopes(store, (scope) => ({ ...scope, connectionId: 'all' })),
  ],
  ['takes line breaks for an end', /^connections and tenants > keep/, (store) => inScopes(store, joined('\n'))],
  ['takes colons for an end', /^connections and tenants > keep/, (store) => inScopes(store, joined(':'))],
  [
    'gives the log of all connections',
    /^connections and tenants > are filters/,
    (store) => ({ events: ({ connectionIds: _, ...query }) => store.events(query) }),
  ],
  [
    'cannot keep U+0000',
    /^strings of any characters > are ids/,
    (store) => ({
      get: (scope, kind, ids) =>
        store.get(
          scope,
          kind,
          ids.map((id) => id.replaceAll('\u0000', '')),
        ),
    }),
  ],
  [
    'cannot keep half characters',
    /^strings of any characters > and JSON/,
    (store) => ({
      get: async (...query) =>
        JSON.parse(Buffer.from(JSON.stringify(await store.get(...query)).replaceAll('\\ud800', '?')).toString()),
    }),
  ],
  [
    'removes no mark',
    /^marks > are set, replaced/,
    (store) => ({
      ingest: ({ marks, ...rest }) =>
        store.ingest({
          ...rest,
          marks: Object.fromEntries(Object.entries(marks ?? {}).filter(([, mark]) => mark !== undefined)),
        }),
    }),
  ],
  [
    'reads the log from the position, not after it',
    /^the log > is read from a position/,
    (store) => ({
      events: ({ after = '0', ...query }) => store.events({ ...query, after: String(Math.max(0, Number(after) - 1)) }),
    }),
  ],
  ['wakes nobody', /^followers > are woken when/, () => ({ watch: () => () => undefined })],
  [
    'wakes who went away',
    /^followers > are woken when/,
    (store) => ({
      watch: (listener, tenantId) => {
        store.watch(listener, tenantId);
        return () => undefined;
      },
    }),
  ],
  [
    'wakes only who follows all',
    /^followers > of one tenant are woken/,
    (store) => ({
      watch: (listener, tenantId) => (tenantId === undefined ? store.watch(listener) : () => undefined),
    }),
  ],
  ['gives a lease to everybody', /^leases > belong/, () => ({ lease: async () => true })],
  [
    'lets anybody release',
    /^leases > are given up/,
    (store) => ({
      lease: (name, _, ttlMs) => store.lease(name, 'one', ttlMs),
      release: (name) => store.release(name, 'one'),
    }),
  ],
  ['never ends a lease', /^leases > end/, (store) => ({ lease: (name, owner) => store.lease(name, owner, 9e9) })],
  [
    'erases nothing of contacts',
    /^erasing > removes a contact/,
    (store) => ({ erase: (scope, what) => store.erase(scope, { ...what, contactIds: [] }) }),
  ],
  [
    'erases nothing of conversations',
    /^erasing > removes a conversation/,
    (store) => ({ erase: (scope, what) => store.erase(scope, { ...what, conversationIds: [] }) }),
  ],
  [
    'lets in what is erased when it is late',
    /^erasing > keeps out what happened/,
    (store) => ({ erase: (scope, { until: _, ...what }) => store.erase(scope, what) }),
  ],
  [
    'forgets the whole tenant with one connection',
    /^forgetting > removes everything of one connection/,
    (store) => ({ forget: (tenantId) => store.forget(tenantId) }),
  ],
  [
    'expires all at once',
    /^expiring > removes no more/,
    (store) => ({ expire: (scope, before) => store.expire(scope, before, 9e9) }),
  ],
  [
    'expires what is new',
    /^expiring > removes conversations/,
    (store) => ({ expire: (scope, _, limit) => store.expire(scope, '9', limit) }),
  ],
  [
    'answers with what it keeps',
    /^ownership > what was answered/,
    (store) => {
      const answers = new Map<string, readonly MirrorRecord[]>();
      return {
        async get(...query) {
          const key = JSON.stringify(query);
          const answer = answers.get(key) ?? (await store.get(...query));
          answers.set(key, answer);
          return answer;
        },
      };
    },
  ],
];

function renamed(entry: LogEntry): LogEntry {
  return { ...entry, event: { ...entry.event, id: `${entry.event.id} ${serial++}` } };
}

function without(where: Facets = {}, facet: keyof Facets): Facets {
  return Object.fromEntries(Object.entries(where).filter(([name]) => name !== facet));
}

function byTimeThenId(left: MirrorRecord, right: MirrorRecord): number {
  if (left.at !== right.at) return left.at < right.at ? 1 : -1;
  return left.id < right.id ? -1 : 1;
}

function joined(separator: string): (scope: Scope) => Scope {
  return ({ tenantId, connectionId }) => ({ tenantId: `${tenantId}${separator}${connectionId}`, connectionId: '' });
}

function inScopes(store: Store, change: (scope: Scope) => Scope): Partial<Store> {
  return {
    ingest: ({ scope, ...rest }) => store.ingest({ ...rest, scope: change(scope) }),
    get: (scope, ...rest) => store.get(change(scope), ...rest),
    list: (scope, query) => store.list(change(scope), query),
    mark: (scope, name) => store.mark(change(scope), name),
  };
}
