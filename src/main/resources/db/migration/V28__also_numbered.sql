-- Numbers other than the Aktenzeichen under which a source tells of a person of whom it has a file: the registration
-- office's messages to an immigration office bear the AZR-Nummer only. An Auskunftssperre told under such a number counts.
create table identity.also_numbered (
    instance_no   smallint not null,
    number_digest bytea    not null,                 -- as of an Aktenzeichen of that source
    case_id       bigint   not null references identity.source_case on delete cascade,
    primary key (instance_no, number_digest, case_id)
);
create index also_numbered_case on identity.also_numbered (case_id);

-- Who is naturalised: the AZR-Nummer is no key of linkage any more.
create index event_naturalised on hub.event (case_id) where type = 35;
