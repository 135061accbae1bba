-- Who a file's source says the person is, by record: so that what it corrected counts no longer.
alter table hub.record_state add column persona bytea;   -- keyed digest; empty: it says nobody; null: not known
create index record_state_case on hub.record_state (case_id) where case_id is not null;

-- What the source said by mistake and corrected: it stays to be read, and proves nothing any more.
alter table identity.persona
    add column retracted_at timestamptz,
    add column late boolean not null default false;       -- came after newer ones: it is not how the source writes now

-- Two files of one person, of which what their sources say now contradicts each other.
alter table identity.review add column contested boolean not null default false;

-- That two files are different people's, when one of them may no longer be kept: what stands of it is a keyed digest of
-- both file numbers, so that nobody is asked again.
create table identity.kept_apart (
    kept_case  bigint      not null references identity.source_case on delete cascade,
    digest     bytea       not null,
    reason     text        not null,
    decided_by text        not null,
    decided_at timestamptz not null,
    primary key (kept_case, digest)
);
