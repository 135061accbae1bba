-- What a consent says besides, and who recorded it where no tool did.
alter table hub.consent
    add column data_categories text[]  not null default '{}',  -- codes of datenart; empty: all
    add column representative  boolean not null default false, -- given by who represents the person, e.g. a child's parent
    add column number          bytea,                          -- encrypted: the source's own number of the consent
    add column collected_by    text,                           -- account or name of who recorded it; null: a tool told it
    add column recorded_at     timestamptz;                    -- null: before this was noted
alter table hub.consent alter column recorded_at set default now();

-- Withdrawals by hand of every consent of a file, those included that wait in a document which was not read yet.
create table hub.all_withdrawn (
    event_id bigint primary key references hub.event on delete cascade
);

-- What a recipient has and is told to use no longer: a consent was withdrawn, or an Auskunftssperre came. Each once.
create table hub.stop_notice (
    event_id     bigint   primary key references hub.event on delete cascade,
    recipient_no smallint not null,
    stands_for   bigint   not null,                  -- the event that was given
    unique (recipient_no, stands_for)
);

-- Lists by which a source knows whose records are wanted: its own file numbers, and nothing else.
alter table hub.consent_file_number add column number bytea;   -- encrypted; null: before lists were made
create table hub.enrolment_list (
    instance_no smallint    primary key,
    digest      bytea       not null,                -- keyed, of the list that was sealed last
    sealed_at   timestamptz not null default now()
);

-- To whom a person was made known who had no file of them, and by which event: once, until they have one.
create table hub.first_contact (
    recipient_no smallint    not null,
    person_id    bigint      not null,
    event_id     bigint      not null references hub.event on delete cascade,
    made_at      timestamptz not null default now(),
    primary key (recipient_no, person_id)
);
create index first_contact_event on hub.first_contact (event_id);
