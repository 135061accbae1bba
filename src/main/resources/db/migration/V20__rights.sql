-- Erasure and its notice to recipients, frozen files, and what was deleted when.

-- That a person was erased, without a name or number of theirs. A digest of the same stands beside the keys.
create table hub.erasure (
    id            bigint generated always as identity primary key,
    token         uuid        not null unique,          -- the same after it was applied again to a restored database
    at            timestamptz not null default now(),
    by_whom       text        not null,
    reason        text        not null,                 -- code of ErasureReason
    cases         bytea[]     not null,                 -- keyed digests of the file numbers
    instances     smallint[]  not null,                 -- sources that had a file
    last_document bigint      not null,                 -- the newest of then: those in progress are looked after
    events        bigint[]    not null,                 -- emptied when all is gone
    files         integer     not null,
    event_count   integer     not null,
    proof         bytea       not null,                 -- keyed digest of what stands above
    done_at       timestamptz                           -- null: something is still to be deleted
);
create index erasure_open on hub.erasure (id) where done_at is null;

-- What each recipient is told that it has to erase, or to restrict (Art. 19 DSGVO).
create table hub.erasure_notice (
    id           bigint generated always as identity primary key,
    erasure_id   bigint      not null references hub.erasure,
    recipient_no smallint    not null,
    event_id     bigint      not null,                  -- the notice, as it lies in the outbox and in batches
    stands_for   bigint      not null,                  -- what the recipient was given
    address      bigint      not null,                  -- the recipient's file, 0: none
    number       bytea,                                 -- encrypted: the recipient's own number of it, until it is told
    confirmed    boolean,                               -- what the recipient's people answered; null: nothing yet
    answered_at  timestamptz,
    answered_by  text,
    unique (erasure_id, recipient_no, stands_for)
);
create index erasure_notice_event on hub.erasure_notice (event_id);
create index erasure_notice_address on hub.erasure_notice (address) where number is not null;

-- Of a person it must be found what tools gave back of what they were given.
create index echo_event on hub.echo (event_id);

-- Files of whom nothing goes out while a suspected mistake is looked into.
create table hub.frozen_case (
    case_id   bigint      primary key references identity.source_case on delete cascade,
    frozen_at timestamptz not null default now(),
    by_whom   text        not null
);

-- What was deleted by rule, by day. Figures only.
create table hub.deletion (
    class text   not null,
    day   date   not null default current_date,
    count bigint not null,
    primary key (class, day)
);

-- The chronicle of links stays append-only, but for the explanations of files that are erased.
create or replace function identity.link_event_is_append_only() returns trigger language plpgsql as
$$ begin
    if tg_op = 'UPDATE' and current_setting('kimhub.erasure', true) = 'on' then
        return null;
    end if;
    raise exception 'identity.link_event is append-only';
end $$;
