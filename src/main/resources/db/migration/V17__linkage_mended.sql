-- A file is deleted with its reviews, their votes and its joins in waiting, none of which may be searched for.
create index review_right on identity.review (right_case);
create index review_decision on identity.review (decision_id) where decision_id is not null;
create index review_vote_review on identity.review_vote (review_id);
create index shadow_join_case on hub.shadow_join (case_id);
create index shadow_join_other on hub.shadow_join (other_case);

-- When a source last wrote so of a person: what it says now may be what it once said.
alter table identity.persona add column said_at timestamptz not null default now();
alter table identity.persona alter column said_at set default clock_timestamp();
