-- People of the steering group and of the Kommunales Integrationszentrum belong to no instance.
alter table hub.account drop constraint account_check;
alter table hub.account add constraint account_check
    check ((instance_id is null) = (roles && array['verwaltung', 'lenkungsgruppe', 'ki-koordination']));

-- Structural hurdles: the steering group's own work list. No person is in it.
create table cube.hurdle (
    id             bigint generated always as identity primary key,
    title          text        not null check (length(title) between 3 and 160),
    theme          text        not null check (theme ~ '^[a-z0-9-]{1,40}$'),
    description    text        not null default '' check (length(description) <= 1000),
    state          text        not null default 'gemeldet'
                   check (state in ('gemeldet', 'arbeitsgruppe', 'lenkungsgruppe', 'geloest')),
    approved       boolean     not null default false,   -- by the KI: before that only it sees the hurdle
    working_group  text        not null default '' check (length(working_group) <= 160),
    decision       text        not null default '' check (length(decision) <= 1000),
    responsible    text        not null default '' check (length(responsible) <= 160),
    due            date,
    raised_on      date        not null default current_date,
    state_since    date        not null default current_date,
    source         text,                                 -- instance that raised it by an event; null: on the page
    source_ref     text,                                 -- its own name for it
    version        integer     not null default 1,       -- two people never overwrite each other
    changed_at     timestamptz not null default now(),
    changed_by     text        not null,
    unique (source, source_ref),
    check (num_nulls(source, source_ref) in (0, 2)),
    check (state = 'gemeldet' or approved)
);

-- Every state that a hurdle ever had; written by the trigger alone.
create table cube.hurdle_history (
    hurdle_id      bigint      not null references cube.hurdle,
    version        integer     not null,
    title          text        not null,
    theme          text        not null,
    description    text        not null,
    state          text        not null,
    approved       boolean     not null,
    working_group  text        not null,
    decision       text        not null,
    responsible    text        not null,
    due            date,
    changed_at     timestamptz not null,
    changed_by     text        not null,
    primary key (hurdle_id, version)
);

create function cube.count_hurdle_version() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    new.changed_at := now();
    if new.state <> old.state then
        new.state_since := current_date;
    end if;
    return new;
end $$;
create trigger count_version before update on cube.hurdle for each row execute function cube.count_hurdle_version();

create function cube.keep_hurdle_history() returns trigger language plpgsql security definer
    set search_path = pg_catalog as $$
begin
    insert into cube.hurdle_history values (new.id, new.version, new.title, new.theme, new.description, new.state, new.approved,
        new.working_group, new.decision, new.responsible, new.due, new.changed_at, new.changed_by);
    return null;
end $$;
create trigger keep_history after insert or update on cube.hurdle for each row execute function cube.keep_hurdle_history();
create trigger keep_as_released before update or delete or truncate on cube.hurdle_history
    for each statement execute function cube.keep_as_released();

-- Of an event of a source: once, however often it is told. What a source calls it is kept as a digest only.
create function cube.raise_hurdle(of text, ref text, topic text, words text, on_day date) returns void language sql as $$
    insert into cube.hurdle (title, theme, raised_on, source, source_ref, changed_by)
    values (words, topic, on_day, of, encode(sha256(convert_to(ref, 'UTF8')), 'hex'), of)
    on conflict (source, source_ref) do nothing
$$;

-- What the KI has not approved yet stays reported, with the news in it.
create function cube.solve_hurdle(of text, ref text) returns void language sql as $$
    update cube.hurdle set state = case when approved then 'geloest' else state end,
           description = case when approved then description else left('Die Stelle meldet: gelöst. ' || description, 1000) end,
           changed_by = of
     where source = of and source_ref = encode(sha256(convert_to(ref, 'UTF8')), 'hex') and state <> 'geloest'
       and (approved or description not like 'Die Stelle meldet: gelöst.%')
$$;

-- Who may fetch feeds without signing in. Of a token only its digest is kept.
create table cube.feed_token (
    name       text        primary key check (name ~ '^[a-z0-9][a-z0-9.-]{1,60}$'),
    digest     text        not null unique check (digest ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null default now()
);

-- Reads releases, hurdles and tokens; writes nothing but hurdles.
create or replace function cube.grant_roles() returns boolean language plpgsql as $$
begin
    revoke all on schema cube from public;
    revoke all on all functions in schema cube from public;
    if not exists (select from pg_roles where rolname = 'kimhub_steering') then
        return false;
    end if;
    grant usage on schema cube to kimhub_steering;
    grant select on all tables in schema cube to kimhub_steering;
    grant insert, update on cube.hurdle to kimhub_steering;
    if not pg_has_role(current_user, 'kimhub_steering', 'usage') then
        begin
            execute format('grant kimhub_steering to %I', current_user);   -- the pages' connections take the role on
        exception
            when insufficient_privilege then
                raise warning 'The hub''s user may not take on the role kimhub_steering';
                return false;
        end;
    end if;
    return true;
end $$;
select cube.grant_roles();
