-- Auskunftssperren, by the file number that the source told of: also of somebody of whom no file is kept yet, so that a
-- block that came before the consent counts from the first delivery on. No name, no content.
create table identity.disclosure_block (
    instance_no smallint    not null,
    case_digest bytea       not null,                -- keyed digest of the Aktenzeichen
    event_id    bigint      not null,
    is_set      boolean     not null,                -- false: lifted
    occurred_on date        not null,
    noted_at    timestamptz not null default now(),
    primary key (instance_no, case_digest, event_id)
);

-- 4 and 5: EventType person.disclosure-block-set and -lifted; kind 3: taken back
insert into identity.disclosure_block (instance_no, case_digest, event_id, is_set, occurred_on)
select s.instance_no, s.case_digest, e.id, e.type = 4, e.occurred_on
  from hub.event e join identity.source_case s on s.id = e.case_id
 where e.type in (4, 5) and e.kind <> 3 and e.state in (0, 1);
