-- For whom the item waits: the side that was in shadow when it was decided. Null: a test, or a consent taken in shadow.
alter table hub.shadow_item add column waits_for smallint;
create index shadow_item_waits_for on hub.shadow_item (waits_for) where waits_for is not null;
update hub.shadow_item i set waits_for = r.no from hub.instance r where r.no = i.recipient_no and r.mode = 1;
update hub.shadow_item i set waits_for = s.no from hub.event e, hub.instance s
 where e.id = i.event_id and s.no = e.instance_no and s.mode = 1 and i.waits_for is null;

-- By which version of its connector the record was read last, as a short digest; 0: not known.
alter table hub.record_state add column definition integer not null default 0;
