-- A record that says it corrects another one, by a key of its own: which one stands. Keys that were only named so far
-- have a row without content.
alter table hub.record_state add column corrected_by bytea;

-- The mode that each instance was last seen in: 0 live, 1 shadow. What came to it in shadow has greater event numbers.
alter table hub.instance add column mode smallint, add column shadow_since bigint;

-- A consent of a record that its source marked as a test never opens a real flow.
alter table hub.consent add column test boolean not null default false;

-- What would have gone to a recipient if it and its source were live.
create table hub.shadow_item (
    recipient_no smallint not null,
    event_id     bigint   not null,
    rule         text     not null,
    primary key (recipient_no, event_id)
);

-- Files that a consent taken in shadow would join, although live tools work on both: joined when it goes live.
create table hub.shadow_join (
    instance_no smallint not null,
    case_id     bigint   not null references identity.source_case on delete cascade,
    other_case  bigint   not null references identity.source_case on delete cascade,
    primary key (instance_no, case_id, other_case)
);

-- The status of today may also be asked of what only a statutory rule tells.
alter table hub.status_request alter column consent_id drop not null;

-- The acknowledgement of a document that came in shadow is not sent.
alter table hub.source_document add column acknowledgement_withheld boolean not null default false;
