-- Connectors that live: files change while the hub runs.

-- What connectors were like. A document is translated by the version it came in under.
create table hub.connector_version (
    version    text        primary key,
    connector  text        not null,
    files      bytea       not null,                 -- ZIP; nothing of a person stands in it
    first_seen timestamptz not null default now()
);

-- The instance's file as it last was without errors (secrets stand in it as references only), and the version of its
-- connector: for an instance whose file is broken or taken out.
alter table hub.instance add column file text;
alter table hub.instance add column definition text;

-- The version that last translated the record; null: its document's.
alter table hub.quarantine add column definition text;

-- For whom the event was counted as held, so that it is taken out for the same; null: everybody.
alter table hub.held_event add column recipients smallint[];

-- Where a batch is staged, so that it is published there also when the instance's folder was changed since.
alter table hub.delivery_batch add column staged_at text;

-- What each node finds wrong. No personal data.
create table hub.health (
    node      text        not null,
    component text        not null,
    state     smallint    not null,                  -- 0 worth knowing, 1 broken
    text      text        not null,
    since     timestamptz not null default now(),
    primary key (node, component, text)
);

-- Nodes at work; what one left behind that is not seen any more does not count.
create table hub.node (
    id   text        primary key,
    seen timestamptz not null default now()
);
