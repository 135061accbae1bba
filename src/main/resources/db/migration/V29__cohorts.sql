-- How long after the arrival a station was reached, in classes of years.
alter table steering.base_group add column span text not null default '';
