/** Texts are compared by bytes, whatever the language of the database: so orders and keyset pages are the same everywhere. */
export const createTables = (schema: string) => `
  create table ${schema}.records (
    tenant_id text collate "C" not null,
    connection_id text collate "C" not null,
    kind text collate "C" not null,
    id text collate "C" not null,
    parent text collate "C" not null,
    at text collate "C" not null,
    status text collate "C",
    channel_id text collate "C",
    agent_id text collate "C",
    group_id text collate "C",
    contact_id text collate "C",
    unassigned boolean,
    unread boolean,
    record text not null,
    primary key (tenant_id, connection_id, kind, id)
  );
  create index records_listed on ${schema}.records (tenant_id, connection_id, kind, parent, at desc, id desc);
  create index records_by_status on ${schema}.records (tenant_id, connection_id, kind, parent, status, at desc, id desc)
    where status is not null;
  create index records_by_agent on ${schema}.records (tenant_id, connection_id, kind, parent, agent_id, at desc, id desc)
    where agent_id is not null;
  create index records_by_group on ${schema}.records (tenant_id, connection_id, kind, parent, group_id, at desc, id desc)
    where group_id is not null;
  create index records_by_contact on ${schema}.records (tenant_id, connection_id, contact_id)
    where contact_id is not null;
  create index messages_by_age on ${schema}.records (tenant_id, connection_id, at) where kind = 'message';

  create table ${schema}.events (
    position bigint generated always as identity primary key,
    tenant_id text collate "C" not null,
    connection_id text collate "C" not null,
    event_id text collate "C" not null,
    received_at text collate "C" not null,
    conversation_id text collate "C",
    contact_id text collate "C",
    event text
  );
  comment on column ${schema}.events.event is 'null: erased, and remembered as seen';
  create unique index events_claimed on ${schema}.events (tenant_id, connection_id, event_id);
  create index events_logged on ${schema}.events (tenant_id, connection_id, position);
  create index events_by_age on ${schema}.events (tenant_id, connection_id, received_at);
  create index events_by_conversation on ${schema}.events (tenant_id, connection_id, conversation_id)
    where conversation_id is not null;
  create index events_by_contact on ${schema}.events (tenant_id, connection_id, contact_id)
    where contact_id is not null;

  create table ${schema}.erasures (
    tenant_id text collate "C" not null,
    connection_id text collate "C" not null,
    whose text collate "C" not null,
    until text collate "C" not null,
    primary key (tenant_id, connection_id, whose)
  );
  comment on column ${schema}.erasures.whose is 'the hash of a conversation or contact of which nothing until then is written';

  create table ${schema}.marks (
    tenant_id text collate "C" not null,
    connection_id text collate "C" not null,
    name text collate "C" not null,
    value text not null,
    primary key (tenant_id, connection_id, name)
  );

  create table ${schema}.leases (
    name text collate "C" primary key,
    owner text collate "C" not null,
    until timestamptz not null
  );
`;
