/** Logs the events that nobody logged before and that are not erased, in their order, and reads the records that they may change: one trip for both. */
export const claimSql = (schema: string) => `
  with claimed as (
    insert into ${schema}.events
      (tenant_id, connection_id, event_id, received_at, conversation_id, contact_id, event)
    select tenant_id, connection_id, event_id, received_at, conversation_id, contact_id, event
    from json_to_recordset($1::json) as entry (
      n int, tenant_id text, connection_id text, event_id text, received_at text, conversation_id text,
      contact_id text, event text, occurred_at text, whose json
    )
    where not exists (
      select from ${schema}.erasures as erased
      where erased.tenant_id = entry.tenant_id and erased.connection_id = entry.connection_id
        and erased.whose = any(array(select json_array_elements_text(entry.whose)))
        and erased.until >= entry.occurred_at
    )
    order by n
    on conflict (tenant_id, connection_id, event_id) do nothing
    returning tenant_id, connection_id, event_id
  )
  select tenant_id, connection_id, null as kind, event_id as id, null as record from claimed
  union all
  select wanted.tenant_id, wanted.connection_id, wanted.kind, wanted.id, found.record
  from json_to_recordset($2::json) as wanted (tenant_id text, connection_id text, kind text, id text)
  cross join lateral (
    select record from ${schema}.records
    where tenant_id = wanted.tenant_id and connection_id = wanted.connection_id
      and kind = wanted.kind and id = wanted.id
    limit 1
  ) as found
`;

export interface ClaimedRow {
  readonly tenant_id: string;
  readonly connection_id: string;
  /** Null: an event that is new. Otherwise a record. */
  readonly kind: string | null;
  readonly id: string;
  readonly record: string | null;
}
