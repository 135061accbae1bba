-- What is counted for the steering group: units without names. A schema and a role of their own; the role that serves the
-- pages reads nothing here (V24: it reads releases).
create schema if not exists steering;

-- Since when is counted. What happened before counts in no period.
create table steering.beginning (
    one   boolean primary key default true check (one),
    first text    not null check (first ~ '^[0-9]{4}-Q[1-4]$')
);

-- Periods that are closed: nothing in them is ever changed.
create table steering.period (
    id        text        primary key check (id ~ '^[0-9]{4}-Q[1-4]$'),
    cut_off   date        not null,
    closed_at timestamptz not null default now()
);

-- A case, a consultation, an arrival, a time of waiting, a step of naturalisation. What has a duration is opened and closed.
-- In a closed period a unit may lose the person, and is a mere count then.
create table steering.unit (
    id           bigint   generated always as identity primary key,
    measure      smallint not null,                  -- number of Measure
    rule         text     not null,                  -- of sharing.yaml: why it may be counted
    opened_by    bigint,                             -- the event that told of it; null: a mere count
    closed_by    bigint,
    opened_on    date,                               -- never published: the period is
    closed_on    date,
    opened_in    text     not null,                  -- period
    closed_in    text,
    late         boolean  not null default false,    -- counts in a later period than it happened in (Nachmeldung)
    days         integer,                            -- how long it took
    municipality text     not null default '',
    organisation text     not null default '',
    theme        text     not null default '',
    route        text     not null default '',       -- how it came in; 'bestand': it was there before it was counted
    class        text     not null default '',
    reason       text     not null default '',       -- why it was closed
    person       text,                               -- pseudonym; null: a mere count
    file         bytea                               -- keyed digest of the source's file number, of no use elsewhere
);
create unique index unit_opened on steering.unit (opened_by, measure) where opened_by is not null;
create unique index unit_closed on steering.unit (closed_by, measure) where closed_by is not null;
create index unit_file on steering.unit (file, measure) where file is not null;
create index unit_person on steering.unit (person, measure) where person is not null;

-- The role that may work with facts and write releases; it reads no identity and no event. Who migrates without the right
-- to create roles goes on without it; whoever creates it calls this once more. Returns whether it is there.
create function steering.grant_roles() returns boolean language plpgsql as $$
begin
    if not exists (select from pg_roles where rolname = 'kimhub_facts') then
        begin
            create role kimhub_facts nologin;
        exception
            when duplicate_object or unique_violation then null; -- another database of the cluster was faster
            when insufficient_privilege then
                raise warning 'The role kimhub_facts is not there and may not be created';
                return false;
        end;
    end if;
    revoke all on schema steering from public;
    grant usage on schema steering, cube to kimhub_facts;
    grant select, insert, update, delete on all tables in schema steering to kimhub_facts;
    grant select, insert on all tables in schema cube to kimhub_facts;
    return true;
end $$;
revoke all on function steering.grant_roles() from public;
select steering.grant_roles();
