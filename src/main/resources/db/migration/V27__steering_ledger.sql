-- The ledger over all releases: everything that was ever said, or hidden, about one base. Only added to.
create table steering.release_run (
    id          text        primary key,             -- as cube.release.id
    position    integer     not null unique,
    period      text        not null references steering.period,
    started_at  timestamptz not null,
    finished_at timestamptz not null default now()
);

-- A published number by what it sums: a predicate over the dimensions of one measure.
create table steering.publication_fact (
    cell       text    not null primary key,         -- its definition; the same number is published once
    release_id text    not null references steering.release_run,
    measure    text    not null,
    value      bigint,                               -- null: hidden
    few        boolean not null                      -- hidden because it is of few people, not for another number's sake
);

-- Where a number stands in the tables of a release.
create table steering.cell_place (
    release_id text   not null references steering.release_run,
    table_id   text   not null,
    codes      text[] not null,
    cell       text   not null references steering.publication_fact,
    primary key (release_id, table_id, codes)
);

-- The base as it was when it was released: groups of units that are alike in everything that is published.
create table steering.base_group (
    release_id   text     not null references steering.release_run,
    measure      text     not null,
    row          integer  not null,
    no           integer  not null,                  -- of the merged group
    organisation text     not null,
    municipality text     not null,
    theme        text     not null,
    route        text     not null,
    class        text     not null,
    opened_in    text     not null,
    closed_in    text,
    count        bigint   not null,
    primary key (release_id, measure, row)
);

-- The proof: witnesses of each hidden cell. Read by the verifier alone.
create table steering.certificate (
    release_id text  not null references steering.release_run,
    measure    text  not null,
    content    bytea not null,
    digest     text  not null,                       -- hex SHA-256 of content
    primary key (release_id, measure)
);

create function steering.only_added_to() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger of releases is only added to: % on steering.%', tg_op, tg_table_name;
end $$;

do $$
declare
    name text;
begin
    foreach name in array array['release_run', 'publication_fact', 'cell_place', 'base_group', 'certificate'] loop
        execute format('create trigger only_added_to before update or delete or truncate on steering.%I '
                       'for each statement execute function steering.only_added_to()', name);
    end loop;
end $$;
select steering.grant_roles();
