-- The hub's only truth. Two schemas: identity holds who people are, hub holds what happened.
-- Enums are numbered as in their Java types (EventType.number, ordinals of MessageKind, ...).
create schema if not exists hub;
create schema if not exists identity;

-- An installation's instances have short numbers, so that rows stay narrow.
create table hub.instance (
    no        smallint generated always as identity primary key,
    id        text not null unique,
    -- of a recipient, as its file last said without errors: what is decided while the file has errors waits for it
    authority text,
    lanes     smallint,
    takes     integer[]                              -- event types
);

-- intake ---------------------------------------------------------------------------------------------------------

create table hub.source_document (
    id             bigint generated always as identity primary key,
    instance_no    smallint    not null references hub.instance,
    position       integer     not null,             -- n-th document of the instance; n starts when n-1 is finished
    received_at    timestamptz not null default now(),
    handover       bytea       not null,             -- keyed digest of name, size, time and content: one hand-over, one document
    name           bytea,                            -- encrypted: a name that the sender chose may name a person
    size           bigint      not null,
    chunks         integer     not null,
    definition     text        not null,             -- version of the connector folder that translates it
    first_load     boolean,                          -- Erstbestand: makes state, no events; known when work on it begins
    header         bytea,                            -- encrypted: what stands before the first record, for replays
    state          smallint    not null,             -- 0 received, 1 done, 2 refused
    code           text,                             -- why it was refused, or what is odd about it as a whole
    message        text,                             -- the same in words, without a value
    finished_at    timestamptz,
    acknowledged   boolean     not null default false,
    unique (instance_no, position),
    unique (instance_no, handover)
);
create index source_document_unfinished on hub.source_document (instance_no, position) where state = 0;
create index source_document_unacknowledged on hub.source_document (id) where not acknowledged and state <> 0;

create table hub.document_chunk (
    document_id bigint  not null references hub.source_document on delete cascade deferrable initially deferred,
    no          integer not null,
    bytes       bytea   not null,                    -- compressed, then encrypted
    primary key (document_id, no)
);
alter table hub.document_chunk alter column bytes set storage external;

-- The progress mark: locked by the batch that works on the document. Updated in place (HOT), so it is its own table.
create table hub.document_progress (
    document_id bigint  primary key references hub.source_document on delete cascade,
    byte_offset bigint  not null default 0,
    record_no   bigint  not null default 0,
    line_no     bigint  not null default 0,
    vanishing   boolean not null default false,      -- all rows read; vanished rows are being worked on
    received    bigint  not null default 0,
    accepted    bigint  not null default 0,
    repeated    bigint  not null default 0,
    quarantined bigint  not null default 0,
    events      bigint  not null default 0
) with (fillfactor = 50);

-- The last accepted state of each record of a source, by keyed digests that outlive the transport copy.
create table hub.record_state (
    instance_no   smallint not null,
    key_digest    bytea    not null,
    content       bytea    not null,                 -- keyed digest of the content
    watched       bytea    not null,                 -- per event rule 8 bytes of watched and 8 of identity digest
    events        bigint[] not null,                 -- per event rule the last event, 0 for none
    case_id       bigint,
    document_id   bigint   not null,                 -- the document that it was last changed by
    record_no     bigint   not null,
    vanished      boolean  not null default false,
    primary key (instance_no, key_digest)
) with (fillfactor = 85);

-- Which rows a snapshot document had, one row a batch: what is not among them has vanished.
create table hub.snapshot_seen (
    document_id bigint not null references hub.source_document on delete cascade,
    record_no   bigint not null,
    keys        bytea  not null,                     -- key digests of 16 bytes one after the other
    primary key (document_id, record_no)
);

-- What the finished snapshot no longer has, until its events are made.
create table hub.snapshot_vanished (
    document_id bigint not null references hub.source_document on delete cascade,
    key_digest  bytea  not null,
    primary key (document_id, key_digest)
);

create table hub.quarantine (
    id          bigint generated always as identity primary key,
    document_id bigint      not null,
    instance_no smallint    not null,
    record_no   bigint      not null,
    line_no     bigint      not null,
    byte_offset bigint      not null,
    byte_length bigint      not null,
    record      bytea,                               -- encrypted bytes of the record; null when longer than 1 MiB: then the
                                                     -- document stays as long as this row
    code        text        not null,
    field       text,                                -- column or canonical field, never a value
    message     text        not null,
    case_digest bytea,                               -- where it can be read: later records of the case wait
    key_known   boolean     not null default false,  -- the record's key could be read: its row has not vanished
    state       smallint    not null default 0,      -- 0 open, 1 replayed, 2 discarded
    created_at  timestamptz not null default now(),
    hold_until  timestamptz not null,
    closed_at   timestamptz,
    unique (document_id, record_no)
);
create index quarantine_open_case on hub.quarantine (instance_no, case_digest) where state = 0;

-- What is odd without being wrong: new or vanished columns and the like; one row per kind and place.
create table hub.finding (
    instance_no    smallint not null,
    code           text     not null,
    field          text     not null,
    message        text     not null,
    count          bigint   not null,
    first_document bigint   not null,
    last_document  bigint   not null,
    primary key (instance_no, code, field)
);

-- Where a polled source was read to, and which rows of the overlap window are known.
create table hub.poll_mark (
    instance_no smallint primary key,
    mark        text     not null,
    seen        bytea    not null                    -- keyed digests (16 bytes) of the rows within the window
);

-- linkage --------------------------------------------------------------------------------------------------------

create table identity.person (
    id         bigint generated always as identity primary key,
    created_at timestamptz not null default now()
);

-- A file of one source about one person. Unlinked, it is alone with its person: the compartment of its source.
create table identity.source_case (
    id          bigint generated always as identity primary key,
    instance_no smallint not null,
    case_digest bytea    not null,                   -- keyed digest of the Aktenzeichen
    case_number bytea,                               -- encrypted; null after the deletion of who is not enrolled
    person_id   bigint   not null references identity.person,
    name_digest bytea,                               -- keyed digest of normalised name and full birth date
    persona     bytea,                               -- encrypted person fields as this source has them
    closed_on   date,                                -- the source closed its case: no longer enrolled by it
    seen_at     timestamptz not null default now(),
    unique (instance_no, case_digest)
);
create index source_case_person on identity.source_case (person_id);
create index source_case_name on identity.source_case (name_digest) where name_digest is not null;

-- sharing --------------------------------------------------------------------------------------------------------

create table hub.consent (
    id             bigint generated always as identity primary key,
    person_id      bigint   not null,
    case_id        bigint   not null,                -- the file that it was given in
    consent_digest bytea,                            -- keyed digest of the source's own number of the consent
    event_id       bigint   not null,
    purposes       text[]   not null,
    sources        text[]   not null,                -- Stellen
    recipients     text[]   not null,
    valid_from     date     not null,
    valid_until    date,
    form_version   text,
    form_language  text,
    secrecy_release boolean not null default false,
    withdrawn_on   date,
    withdrawn_by   bigint                            -- event
);
create index consent_person on hub.consent (person_id);
create index consent_event on hub.consent (event_id);

-- The other office's file number, as the client showed it: it decides the link and is never passed on.
create table hub.consent_file_number (
    consent_id  bigint   not null references hub.consent on delete cascade,
    instance_no smallint not null,
    case_digest bytea    not null,
    primary key (instance_no, case_digest, consent_id)
);

-- "Stand heute": asked once from each named source after a consent; answered by the next record of the file.
create table hub.status_request (
    instance_no smallint    not null,
    person_id   bigint      not null,
    consent_id  bigint      not null references hub.consent on delete cascade,
    asked_at    timestamptz not null default now(),
    primary key (instance_no, person_id)
);

-- events and delivery --------------------------------------------------------------------------------------------

create table hub.event (
    id          bigint generated always as identity primary key,
    document_id bigint   not null,
    record_no   bigint   not null,
    case_id     bigint,                              -- null when it concerns no person
    replaces    bigint,                              -- the event that this one corrects or takes back
    occurred_on date     not null,
    instance_no smallint not null,
    type        smallint not null,
    kind        smallint not null,                   -- ordinal of MessageKind
    state       smallint not null,                   -- 0 effective, 1 held, 2 taken back, 3 corrected by a newer one
    late        boolean  not null default false,     -- came after a hold or a replay
    rules       text     not null,                   -- version of sharing.yaml that decided
    withheld    text[],                              -- 'instance:reason' of every recipient that does not get it
    payload     bytea                                -- encrypted FieldValues; null when nobody may have it
);
create index event_case on hub.event (case_id, id);
create index event_document on hub.event using brin (document_id);

create table hub.held_event (
    instance_no smallint    not null,
    case_digest bytea       not null,
    event_id    bigint      not null,
    primary key (instance_no, case_digest, event_id)
);

create sequence hub.outbox_position cache 1;

-- Items that wait, narrow. Sealing a batch takes them out; what was sent stands in the batch.
create table hub.outbox_item (
    recipient_no smallint not null,
    lane         smallint not null,
    position     bigint   not null default nextval('hub.outbox_position'),
    event_id     bigint   not null,
    rule         text     not null,
    primary key (recipient_no, lane, position)
) with (autovacuum_vacuum_scale_factor = 0.05);

create table hub.delivery_lane (
    recipient_no    smallint    not null,
    lane            smallint    not null,            -- -1: acknowledgements
    next_attempt_at timestamptz not null default now(),
    failures        integer     not null default 0,
    code            text,                            -- why the last attempt failed
    primary key (recipient_no, lane)
);

create table hub.delivery_batch (
    id           bigint generated always as identity primary key,
    recipient_no smallint    not null,
    lane         smallint    not null,
    kind         smallint    not null,               -- 0 events, 1 acknowledgement
    document_id  bigint,                             -- acknowledgement: of which document
    event_ids    bigint[]    not null,
    rules        text[]      not null,               -- per event the rule that allowed it
    first_event  bigint      not null,               -- smallest and greatest id: where was event n delivered?
    last_event   bigint      not null,
    file_name    text        not null,
    bytes        bytea,                              -- encrypted, as they are sent; null after retention
    digest       bytea       not null,
    state        smallint    not null,               -- 0 sealed, 1 staged, 2 delivered
    attempts     integer     not null default 0,
    sealed_at    timestamptz not null default now(),
    delivered_at timestamptz
);
create index delivery_batch_kept on hub.delivery_batch (delivered_at) where state = 2 and bytes is not null;
create index delivery_batch_open on hub.delivery_batch (recipient_no, lane, id) where state <> 2;
-- The ranges of a lane's batches overlap a little (events that were held keep their number), so a plain index would read
-- all older batches.
create index delivery_batch_events on hub.delivery_batch using gist (int8range(first_event, last_event, '[]'))
    where kind = 0;
alter table hub.delivery_batch alter column bytes set storage external;

-- Items that were queued and then not given: consent withdrawn, taken back by the source, not to be rendered.
create table hub.withdrawn_item (
    recipient_no smallint    not null,
    event_id     bigint      not null,
    reason       text        not null,
    at           timestamptz not null default now(),
    primary key (recipient_no, event_id)
);

-- What a tool that both gives and takes was last given: what it gives back unchanged is an echo.
create table hub.echo (
    instance_no smallint not null,
    digest      bytea    not null,
    event_id    bigint   not null,
    primary key (instance_no, digest)
);

-- Per document and recipient, so that the sums of the promise can be drawn at any time.
create table hub.flow (
    document_id  bigint   not null,
    recipient_no smallint not null,
    accepted     bigint   not null,
    queued       bigint   not null,
    withheld     bigint   not null,
    own          bigint   not null,
    held         bigint   not null,
    primary key (document_id, recipient_no)
) with (fillfactor = 70);

-- A recipient that cannot take corrections: somebody must be told, until it is confirmed.
create table hub.correction_task (
    id           bigint generated always as identity primary key,
    recipient_no smallint    not null,
    event_id     bigint      not null,
    created_at   timestamptz not null default now(),
    confirmed_at timestamptz,
    unique (recipient_no, event_id)
);

-- privacy --------------------------------------------------------------------------------------------------------

-- Who did what, when, on which ground; no content. Append-only.
create table hub.audit_entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default now(),
    actor   text        not null,
    action  text        not null,
    subject text        not null,                    -- ids only
    count   integer     not null,
    ground  text
);
create function hub.audit_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'hub.audit_entry is append-only'; end $$;
create trigger audit_entry_append_only before update or delete on hub.audit_entry
    for each statement execute function hub.audit_is_append_only();
