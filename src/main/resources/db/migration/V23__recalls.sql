-- Deliveries that are laid out for collection and hold what may be given no longer, or what is kept back now: to be
-- taken back before anything else is done in their lane.
create table hub.recall (
    batch_id     bigint      primary key references hub.delivery_batch on delete cascade,
    recipient_no smallint    not null,
    lane         smallint    not null,
    asked_at     timestamptz not null default now()
);
create index recall_lane on hub.recall (recipient_no, lane);

-- When somebody downloaded it on the page: its content is known there, although it still lies there.
alter table hub.delivery_batch add column fetched_at timestamptz;

-- Who died, of all the events of their files. 6: EventType person.deceased.
create index event_death on hub.event (case_id) where type = 6;
