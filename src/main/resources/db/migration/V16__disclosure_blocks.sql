-- Auskunftssperren, by the file number that the source told of: also of somebody of whom no file is kept yet, so that a
-- block that came before the consent counts from the first delivery on. No name, no content.
create table identity.disclosure_block (
    instance_no smallint    not null,
    case_digest bytea       not null,                -- keyed digest of the Aktenzeichen
    event_id    bigint      not null,
    says        smallint    not null,                -- 0 set, 1 lifted, 2 only that what it replaces is not so
    code        text        not null,                -- kind of block; '': not named, of a lift: every kind
    replaces    bigint,                              -- what it corrects or takes back, also of another file number
    occurred_on date        not null,
    noted_at    timestamptz not null default now(),
    primary key (instance_no, case_digest, event_id, says, code)
);
create index disclosure_block_event on identity.disclosure_block (instance_no, event_id);
create index disclosure_block_replaces on identity.disclosure_block (instance_no, replaces) where replaces is not null;

-- 4 and 5: EventType person.disclosure-block-set and -lifted; kind 3: taken back. Which kinds they named is encrypted here:
-- a lift counts only where one block was set, and what lifts it names none. Better an address too few than one too many.
insert into identity.disclosure_block (instance_no, case_digest, event_id, says, code, replaces, occurred_on)
select s.instance_no, s.case_digest, e.id, case when e.kind = 3 then 2 when e.type = 4 then 0 else 1 end, '', e.replaces,
       e.occurred_on
  from hub.event e join identity.source_case s on s.id = e.case_id
 where e.type = 4 or e.type = 5 and (
       select count(*) from hub.event o where o.case_id = e.case_id and o.type = 4 and o.kind <> 3) < 2;
