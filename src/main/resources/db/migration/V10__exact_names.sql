-- Files are found by blocking keys: the digest of the exact name and birth date has no use any more.
alter table identity.source_case drop column name_digest;
