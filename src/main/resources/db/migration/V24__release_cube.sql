-- What the steering group may read, and all it may read: closed releases. Every release stands on its own: its tables hold
-- the earlier periods too, as they were released. Nothing here is ever changed.
create schema if not exists cube;

create table cube.release (
    id           text        primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,40}$'),   -- in addresses: 2026-q3
    position     integer     not null unique,        -- the n-th release
    period       text        not null,               -- 2026-Q3
    label        text        not null,               -- 3. Quartal 2026
    cut_off      date        not null,               -- what came later counts in the next period
    published_at timestamptz not null,
    catalogue    text        not null,               -- version of the table catalogue
    threshold    smallint    not null,               -- no number of fewer people is shown
    certificate  text        not null,               -- hex SHA-256 of the certificates of its tables
    checksum     text        not null                -- hex SHA-256 of its content
);

create table cube.published_table (
    release_id       text     not null references cube.release,
    id               text     not null check (id ~ '^[a-z0-9][a-z0-9-]{0,60}$'),     -- in addresses
    position         smallint not null,
    indicator        smallint not null,              -- number of the indicator, 1 to 18
    title            text     not null,
    definition       text     not null,
    explanation      text     not null,              -- one sentence for a layperson
    unit             text     not null,              -- Menschen, Fälle, Beratungen, ...
    population       text     not null,              -- who is counted
    source           text     not null,
    consent_coverage text     not null,              -- whose consent the numbers rest on
    first_period     text     not null,              -- first period in which it can be told
    withheld         text,                           -- why nothing of it is shown; null: it is shown
    primary key (release_id, id)
);

create table cube.dimension (
    release_id text     not null,
    table_id   text     not null,
    name       text     not null,
    position   smallint not null,                    -- place in cell.codes, from 1
    label      text     not null,
    kind       text     not null check (kind in ('period', 'municipality', 'organisation', 'theme', 'class', 'other')),
    primary key (release_id, table_id, name),
    unique (release_id, table_id, position),
    foreign key (release_id, table_id) references cube.published_table
);

create table cube.category (
    release_id text     not null,
    table_id   text     not null,
    dimension  text     not null,
    code       text     not null,                    -- '*' for the total
    position   smallint not null,
    label      text     not null,
    lower      integer,                              -- of a class of days: from, inclusive
    upper      integer,                              -- to, inclusive; null: no end
    note       text,                                 -- nimmt nicht teil, ...
    primary key (release_id, table_id, dimension, code),
    foreign key (release_id, table_id, dimension) references cube.dimension
);

create table cube.cell (
    release_id text   not null,
    table_id   text   not null,
    codes      text[] not null,                      -- one per dimension, in order
    value      bigint check (value >= 0),
    sign       text   check (sign in ('*', '.')),    -- * geheim, . unbekannt
    primary key (release_id, table_id, codes),
    foreign key (release_id, table_id) references cube.published_table,
    check (num_nulls(value, sign) = 1)
);

-- What is set by configuration, not counted: posts, targets.
create table cube.reference (
    release_id text    not null references cube.release,
    kind       text    not null check (kind in ('posts', 'target')),
    name       text    not null,                     -- of posts: municipality or organisation; of a target: table id
    dimension  text,                                 -- of posts: municipality, organisation or null for the Kreis
    value      numeric not null,
    unit       text    not null,
    label      text    not null,
    primary key (release_id, kind, name)
);

-- Who delivered until when: dates and words, no numbers.
create table cube.data_state (
    release_id    text     not null references cube.release,
    position      smallint not null,
    organisation  text     not null,
    last_delivery date,
    due           date,                              -- by when something was to come; null: at no set time
    state         text     not null check (state in ('puenktlich', 'verspaetet', 'fehlt', 'ohne Termin')),
    reviews_open  boolean,                           -- whether possible duplicates wait for a decision
    unknown_share text     check (unknown_share in ('bis 5 %', '5 bis 20 %', 'über 20 %')),
    primary key (release_id, organisation)
);

-- Days of releases and sessions, also those to come.
create table cube.calendar (
    release_id text not null references cube.release,
    day        date not null,
    kind       text not null check (kind in ('release', 'cut-off', 'session')),
    title      text not null,
    primary key (release_id, day, kind, title)
);

create function cube.keep_as_released() returns trigger language plpgsql as $$
begin
    raise exception 'A release is never changed: % on cube.%', tg_op, tg_table_name;
end $$;

do $$
declare
    name text;
begin
    foreach name in array array['release', 'published_table', 'dimension', 'category', 'cell', 'reference', 'data_state',
                                'calendar'] loop
        execute format('create trigger keep_as_released before update or delete or truncate on cube.%I '
                       'for each statement execute function cube.keep_as_released()', name);
    end loop;
end $$;

-- Reads releases, and nothing else. Where the role is not there yet, whoever creates it calls this once more.
create function cube.grant_roles() returns boolean language plpgsql as $$
begin
    revoke all on schema cube from public;
    if not exists (select from pg_roles where rolname = 'kimhub_steering') then
        return false;
    end if;
    grant usage on schema cube to kimhub_steering;
    grant select on all tables in schema cube to kimhub_steering;
    return true;
end $$;
revoke all on function cube.grant_roles() from public;
select cube.grant_roles();
