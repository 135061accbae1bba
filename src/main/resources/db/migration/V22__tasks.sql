-- Who confirmed that a recipient's people know what their tool could not be told.
alter table hub.correction_task add column confirmed_by text;   -- account, or name of who gave the command
create index correction_task_recipient on hub.correction_task (recipient_no, id);
