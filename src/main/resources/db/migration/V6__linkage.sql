-- Record linkage: personas, blocking keys, pairs worth a thought, what people decided, and how persons came about.

-- Every version of a person as one source wrote it. The original is kept as it came.
create table identity.persona (
    id             bigint generated always as identity primary key,
    case_id        bigint      not null references identity.source_case on delete cascade,
    digest         bytea       not null,             -- keyed digest of the content: the same is stored once
    content        bytea       not null,             -- encrypted person fields as the source has them
    traits         bytea       not null,             -- encrypted: the form in which it is compared
    traits_version smallint    not null,             -- of the normalisation that made traits and keys
    authority      text        not null,             -- kind of body: says which numbers it may be recognised by
    seen_at        timestamptz not null default now(),
    unique (case_id, digest)
);

-- Keyed digests (64 bits) of the blocking keys of all personas of a file.
create table identity.blocking_key (
    key     bigint not null,
    case_id bigint not null references identity.source_case on delete cascade,
    primary key (key, case_id)
);
create index blocking_key_case on identity.blocking_key (case_id);

-- Keys that too many files share: they are found by the next finer key only.
create table identity.crowded_key (
    key   bigint primary key,
    pass  text        not null,
    depth smallint    not null,
    files integer     not null,                      -- when it was found to be crowded, or was last reported
    finest boolean    not null default false,        -- there is no finer one: its files are all compared, at a price
    at    timestamptz not null default now()
);

-- Pairs of files that are sure, or that a person would look at; and, among files that belong together by others, those
-- that contradict each other. left_case < right_case.
create table identity.pair (
    left_case  bigint      not null references identity.source_case on delete cascade,
    right_case bigint      not null references identity.source_case on delete cascade,
    band       smallint    not null,                 -- ordinal of Band: 0 sure, 1 review, 2 contradictory
    bits       double precision not null,
    caps       text[]      not null default '{}',    -- names of Cap
    model      text        not null,
    at         timestamptz not null default now(),
    primary key (left_case, right_case)
);
create index pair_right on identity.pair (right_case);

-- What people decided about two files: for good, unless undone.
create table identity.pair_decision (
    id         bigint generated always as identity primary key,
    left_case  bigint      not null references identity.source_case on delete cascade,
    right_case bigint      not null references identity.source_case on delete cascade,
    same       boolean     not null,
    reason     text        not null,                 -- code of the list of reasons
    decided_by text        not null,
    decided_at timestamptz not null default now(),
    undone_at  timestamptz,
    undone_by  text
);
create unique index pair_decision_in_force on identity.pair_decision (left_case, right_case) where undone_at is null;
create index pair_decision_right on identity.pair_decision (right_case);
create index pair_decision_left on identity.pair_decision (left_case);

-- What was linked before there were scores stays one person.
insert into identity.pair_decision (left_case, right_case, same, reason, decided_by)
select first, id, true, 'FORMER_LINK', 'migration'
  from (select id, min(id) over (partition by person_id) as first from identity.source_case) f where id <> first;

-- How files came to persons. Append-only.
create table identity.link_event (
    id          bigint generated always as identity primary key,
    at          timestamptz not null default now(),
    actor       text        not null,                -- 'linkage', or who decided
    kind        text        not null,                -- LINKED, UNITED, PARTED, SPLIT, DECIDED_SAME, DECIDED_DIFFERENT, UNDONE
    cases       bigint[]    not null,                -- the files that moved or were decided about, aligned with the persons
    from_person bigint[]    not null,                -- 0: opened by this
    to_person   bigint[]    not null,
    beside      bigint[]    not null default '{}',   -- the files that stayed with the persons concerned, and with whom
    beside_person bigint[]  not null default '{}',
    decisions   bigint[]    not null default '{}',   -- made by this
    ended       bigint[]    not null default '{}',   -- decisions that this overruled
    undoes      bigint references identity.link_event,
    model       text,
    explanation bytea                                -- encrypted
);
create index link_event_cases on identity.link_event using gin (cases);
create index link_event_undoes on identity.link_event (undoes) where undoes is not null;
create function identity.link_event_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'identity.link_event is append-only'; end $$;
create trigger link_event_append_only before update or delete on identity.link_event
    for each statement execute function identity.link_event_is_append_only();

-- Pairs that wait for a person. One row a pair, kept when it is decided.
create table identity.review (
    id           bigint generated always as identity primary key,
    left_case    bigint      not null references identity.source_case on delete cascade,
    right_case   bigint      not null references identity.source_case on delete cascade,
    bits         real        not null,
    harm         smallint    not null,               -- the greater, the sooner: what a mistake would do
    state        text        not null default 'OPEN', -- OPEN, LATER, ASKED, SECOND_OPINION, DECIDED, MOOT
    explanation  bytea       not null,               -- encrypted, with the model's version
    model        text        not null,
    created_at   timestamptz not null default now(),
    due_at       timestamptz not null default now(), -- LATER: when it comes up again
    locked_by    text,
    locked_until timestamptz,
    first_vote   text,                               -- reviewer and opinion where a second one is asked for
    decision_id  bigint references identity.pair_decision,
    unique (left_case, right_case)
);
create index review_open on identity.review (harm desc, created_at) where state in ('OPEN', 'LATER', 'ASKED', 'SECOND_OPINION');

-- The parameters of every model that decided something: a decision can be followed years later.
create table identity.linkage_model (
    version    text primary key,
    parameters jsonb       not null,
    made_at    timestamptz not null default now()
);
