-- Reviews keep when they were scored, what a reviewer is shown, and until when a third one is waited for.

alter table identity.review
    add column scored_at    timestamptz not null default now(), -- older than what the hub knows of people: is scored anew
    add column differ_until timestamptz,             -- two reviewers differ: until then a third is waited for; null: they do not
    add column shown        bytea,                   -- encrypted: what the reviewer who has the pair is shown
    add column shown_model  text,                    -- the version it was computed with
    add column shown_digest bytea;                   -- keyed digest of the files' data that it shows

alter table identity.review_vote
    add column model        text,                    -- of the explanation; null: voted before it was noted
    add column shown_digest bytea;                   -- likewise

-- Two who differed before that was noted are asked once more after the usual time.
update identity.review r set differ_until = now() + interval '7 days'
 where r.state = 'SECOND_OPINION' and (select count(distinct v.same) from identity.review_vote v
        where v.review_id = r.id and v.closed_at is null and v.at >= r.created_at) = 2;
