-- What reviewers said of a pair, each without knowing what the others said. An undo closes votes, nothing deletes them.
create table identity.review_vote (
    id          bigint generated always as identity primary key,
    review_id   bigint      not null references identity.review on delete cascade,
    reviewer    text        not null,
    same        boolean     not null,
    reason      text        not null,                -- code of DecisionReason
    note        boolean     not null,                -- § 5(3) AZRG-DV: a body keeps a note that they are different persons
    explanation bytea       not null,                -- encrypted: what the reviewer saw, with the model's version
    at          timestamptz not null default now(),
    closed_at   timestamptz
);
create unique index review_vote_once on identity.review_vote (review_id, reviewer) where closed_at is null;

alter table identity.review
    add column link_event bigint,                    -- what the decision did; 0: nothing was linked
    add column asked_no   smallint;                  -- ASKED: the source that is to say more
