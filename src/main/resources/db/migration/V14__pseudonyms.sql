-- Pseudonyms: a schema and roles of their own. No row here says who somebody is: persons stand as keyed digests, which
-- differ from domain to domain, so that not even two domains' rows can be joined without the hub's keys.
create schema if not exists pseudonym;

-- The keys of a domain. The key itself lies in the key folder, never here.
create table pseudonym.epoch (
    domain         text        not null,
    epoch          smallint    not null check (epoch between 1 and 31),
    state          smallint    not null,             -- ordinal of Epoch.State: 0 staged, 1 primary, 2 grace, 3 retired
                                                     -- (without primary_at: discarded, never used)
    fingerprint    bytea       not null,             -- tells whether a node has the same key
    compromised_at timestamptz,
    staged_at      timestamptz not null default now(),
    primary_at     timestamptz,
    grace_until    timestamptz,
    retired_at     timestamptz,
    primary key (domain, epoch)
);
create unique index epoch_primary on pseudonym.epoch (domain) where state = 1;
create unique index epoch_staged on pseudonym.epoch (domain) where state = 0;

-- Who was given which. A tombstone is never given to anybody again.
create table pseudonym.issued (
    domain        text        not null,
    epoch         smallint    not null,
    body          text        not null collate "C",
    person_digest bytea       not null,
    generation    smallint    not null,              -- 0, unless an earlier one was another's, or a tombstone
    alias_of      text        collate "C",           -- tombstone: the body of the person that it was found to be
    next_epoch    smallint,                          -- of next_body
    next_body     text        collate "C",           -- the same person's in a later epoch
    issued_at     timestamptz not null default now(),
    primary key (domain, epoch, body),
    check ((next_epoch is null) = (next_body is null))
);
create unique index issued_person on pseudonym.issued (domain, epoch, person_digest) where alias_of is null;
create index issued_tombstone on pseudonym.issued (domain, epoch, person_digest) where alias_of is not null;
create index issued_alias on pseudonym.issued (domain, epoch, alias_of) where alias_of is not null;

-- What was counted when the pseudonyms of an epoch were mapped to the next: compared before its key is destroyed.
create table pseudonym.rotation (
    domain     text        not null,
    from_epoch smallint    not null,
    mapped     bigint      not null,
    gone       bigint      not null,                 -- of people of whom nothing is kept any more
    digest     bytea       not null,                 -- SHA-256 of all pairs in order
    mapped_at  timestamptz not null default now(),
    primary key (domain, from_epoch)
);

create table pseudonym.token (
    digest        bytea       primary key,           -- keyed; the token itself is kept nowhere
    domain        text        not null,
    person_digest bytea       not null,
    person        bytea       not null,              -- encrypted
    uses_left     integer     not null,
    expires_at    timestamptz not null
);
create index token_person on pseudonym.token (domain, person_digest);
create index token_expiry on pseudonym.token (expires_at);

-- What a domain's recipient is to be told of pseudonyms that it holds.
create table pseudonym.change (
    id        bigint generated always as identity primary key,
    domain    text        not null,
    kind      smallint    not null,                  -- ordinal of PseudonymChange.Kind: 0 merged, 1 split
    old_epoch smallint    not null,
    old_body  text        not null,
    new_epoch smallint    not null,
    new_body  text        not null,
    at        timestamptz not null default now()
);
create index change_domain on pseudonym.change (domain, id);

create table pseudonym.reidentification (
    id             bigint generated always as identity primary key,
    domain         text        not null,
    epoch          smallint    not null,
    body           text        not null,
    purpose        text        not null,
    legal_basis    text        not null,
    fields         text[]      not null,
    requested_by   text        not null,
    requested_role text        not null,
    requested_at   timestamptz not null default now(),
    decided_by     text,
    decided_role   text,
    approved       boolean,
    decided_at     timestamptz,
    valid_until    timestamptz,
    decision       bytea,                            -- keyed digest of request and decision: only the hub can make it
    shown_at       timestamptz,
    check (decided_by is null or decided_by <> requested_by and decided_role <> requested_role),
    check (num_nulls(decided_by, decided_role, approved, decided_at, valid_until, decision) in (0, 6))
);

-- Group roles without a login: kimhub_pseudonym works with the tables here, decides on no re-identification and reads no
-- identity; kimhub_steering serves the steering group and is granted nothing here, in identity or in hub. Who migrates
-- without the right to create roles goes on without them; whoever may creates them, and calls this function again
-- (docs/operations.md). It returns what is amiss: a role that is not there, and whoever else gets at identities.
create function pseudonym.grant_roles() returns text[] language plpgsql as $$
declare
    name   text;
    amiss  text[] := '{}';
    others text[];
begin
    foreach name in array array['kimhub_pseudonym', 'kimhub_steering'] loop
        if not exists (select from pg_roles where rolname = name) then
            begin
                execute format('create role %I nologin', name);
            exception
                when duplicate_object or unique_violation then null; -- another database of the cluster was faster
                when insufficient_privilege then
                    amiss := amiss || name;
                    raise warning 'The role % is not there and may not be created', name;
            end;
        end if;
    end loop;
    revoke all on schema identity, pseudonym, hub from public;
    if not 'kimhub_pseudonym' = any (amiss) then
        grant usage on schema pseudonym to kimhub_pseudonym;
        grant select, insert, update, delete on all tables in schema pseudonym to kimhub_pseudonym;
        revoke insert, update, delete on pseudonym.reidentification from kimhub_pseudonym;
    end if;
    select coalesce(array_agg(finding order by finding), '{}') into others from (
        select member::regrole::text || ' is a member of ' || roleid::regrole as finding from pg_auth_members
         where roleid in (select oid from pg_roles where rolname in ('pg_read_all_data', 'pg_write_all_data'))
        union
        select case when acl.grantee = 0 then 'public' else acl.grantee::regrole::text end || ' was granted '
               || lower(acl.privilege_type) || ' on schema identity'
          from pg_namespace, aclexplode(nspacl) acl where nspname = 'identity' and acl.grantee <> nspowner
        union
        select case when acl.grantee = 0 then 'public' else acl.grantee::regrole::text end || ' was granted '
               || lower(acl.privilege_type) || ' on identity.' || relname
          from pg_class join pg_namespace n on n.oid = relnamespace, aclexplode(relacl) acl
         where nspname = 'identity' and relkind in ('r', 'p', 'v', 'm') and acl.grantee <> relowner
        union
        select rolname || ' is a superuser' from pg_roles
         where rolname in ('kimhub_pseudonym', 'kimhub_steering') and rolsuper) findings;
    foreach name in array others loop
        raise warning '%', name;
    end loop;
    return amiss || others;
end $$;
revoke all on function pseudonym.grant_roles() from public;
select pseudonym.grant_roles();
