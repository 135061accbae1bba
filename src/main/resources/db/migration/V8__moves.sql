-- Files that become another person's, when something was told of them already, and doubts that hold a file's events.

-- Per event the recipient's file under whose number it was given; 0: none. Null: sealed before this was noted.
alter table hub.delivery_batch add column cases bigint[];

-- Events that one recipient gets alone, since files became another person's: what it was given under one of its files is
-- taken back there (kind retraction), or given again.
create table hub.readdressed (
    event_id     bigint   primary key references hub.event on delete cascade,
    recipient_no smallint not null,
    stands_for   bigint   not null,                  -- the event that was given
    address      bigint   not null,                  -- the recipient's file
    link_event   bigint   not null
);
create index readdressed_stands_for on hub.readdressed (stands_for);
create index readdressed_link_event on hub.readdressed (link_event);

-- What a recipient was given of a person who was taken for another one. No content.
create table hub.misdirected (
    link_event   bigint      not null,               -- that separated them
    event_id     bigint      not null,
    recipient_no smallint    not null,
    address      bigint,                             -- the recipient's file; null: it has none
    rule         text        not null,
    given_at     timestamptz not null,
    primary key (link_event, event_id, recipient_no)
);

-- Files that may be an enrolled person's: their events wait until that is decided, or the time is over.
create table hub.doubted_case (
    case_id     bigint      primary key references identity.source_case on delete cascade,
    instance_no smallint    not null,
    case_digest bytea       not null,
    hold_until  timestamptz not null
);
create index doubted_case_digest on hub.doubted_case (instance_no, case_digest);

-- What was told late of a person of whom the status of today is still owed: that need not tell it once more.
create table hub.told_while_due (
    instance_no smallint not null,
    person_id   bigint   not null,
    event_id    bigint   not null,
    primary key (instance_no, person_id, event_id)
);
