-- Accounts of the pages. Each belongs to one instance, or to none: an administrator's.
create table hub.account (
    id            bigint generated always as identity primary key,
    name          text        not null unique check (name = lower(name)),
    instance_id   text,
    roles         text[]      not null,
    password      text        not null,              -- Argon2id
    must_change   boolean     not null,              -- the password was generated, or reset
    locked        boolean     not null default false,
    failures      integer     not null default 0,    -- attempts since the last that was right
    blocked_until timestamptz,                       -- no attempt counts before it
    version       integer     not null default 0,    -- counts up with all that ends running sessions
    created_at    timestamptz not null default now(),
    signed_in_at  timestamptz,
    check ((instance_id is null) = ('verwaltung' = any (roles)))
);

-- What an instance's people have dealt with on its page "Meldungen".
create table hub.notice_done (
    instance_no smallint    not null references hub.instance,
    kind        text        not null,                -- document: receipt; sheet: notice sheet
    ref         bigint      not null,                -- hub.source_document, hub.delivery_batch
    account_id  bigint      not null,
    done_at     timestamptz not null default now(),
    primary key (instance_no, kind, ref)
);
