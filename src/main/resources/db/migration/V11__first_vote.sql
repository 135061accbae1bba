-- What the first of two reviewers said stands in identity.review_vote.
alter table identity.review drop column first_vote;
