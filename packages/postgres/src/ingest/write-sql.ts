const columns = [
  'parent',
  'at',
  'status',
  'channel_id',
  'agent_id',
  'group_id',
  'contact_id',
  'unassigned',
  'unread',
  'record',
] as const;

const all = ['tenant_id', 'connection_id', 'kind', 'id', ...columns].join(', ');

/** Writes records, sets and removes marks, and tells whoever listens of which tenants: one trip for all. */
export const writeSql = (schema: string, channel: string) => `
  with written as (
    insert into ${schema}.records (${all})
    select ${all} from json_to_recordset($1::json) as changed (
      tenant_id text, connection_id text, kind text, id text, parent text, at text, status text, channel_id text,
      agent_id text, group_id text, contact_id text, unassigned boolean, unread boolean, record text
    )
    on conflict (tenant_id, connection_id, kind, id) do update
    set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
  ), marked as (
    insert into ${schema}.marks (tenant_id, connection_id, name, value)
    select tenant_id, connection_id, name, value
    from json_to_recordset($2::json) as mark (tenant_id text, connection_id text, name text, value text)
    where value is not null
    on conflict (tenant_id, connection_id, name) do update set value = excluded.value
  ), unmarked as (
    delete from ${schema}.marks
    using json_to_recordset($2::json) as mark (tenant_id text, connection_id text, name text, value text)
    where mark.value is null and marks.tenant_id = mark.tenant_id and marks.connection_id = mark.connection_id
      and marks.name = mark.name
  )
  select case when $3::text is not null then pg_notify('${channel}', $3) end
`;
