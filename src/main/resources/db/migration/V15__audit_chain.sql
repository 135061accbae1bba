-- The audit log as chains: every entry carries a keyed digest of itself and of the entry before it in its chain. A
-- transaction takes a chain that no other is writing to, so there are as many chains as there were writers at once.

create table hub.audit_chain (
    no        integer  generated always as identity primary key,
    seq       bigint   not null,                     -- of the last entry
    hash      bytea    not null,                     -- of the last entry
    base_seq  bigint   not null,                     -- of the last entry that was deleted after its time; 0: none
    base_hash bytea    not null
) with (fillfactor = 50, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);

alter table hub.audit_entry
    add column chain integer references hub.audit_chain,
    add column seq   bigint,
    add column hash  bytea;
create unique index audit_entry_chain on hub.audit_entry (chain, seq);
create index audit_entry_at on hub.audit_entry (at);

-- What the chains were at a moment, signed; each names the signature of the one before.
create table hub.audit_checkpoint (
    no        bigint      primary key,
    at        timestamptz not null,
    content   text        not null,                  -- why, then chains as 'no seq hash base_seq base_hash', a line each
    previous  bytea       not null,
    signature bytea       not null
);

create or replace function hub.audit_is_append_only() returns trigger language plpgsql as
$$ begin
    if tg_op = 'DELETE' and current_setting('kimhub.audit_expired', true) = 'on' then
        return null;
    end if;
    raise exception 'hub.audit_entry is append-only';
end $$;
create trigger audit_checkpoint_append_only before update or delete on hub.audit_checkpoint
    for each statement execute function hub.audit_is_append_only();
