package de.kimhub.sharing;

/** What {@link DisclosureBlocks} asks its table. */
final class BlockQueries {

    private static final String IN_DOUBT = """
            exists (select 1 from hub.held_event h where h.event_id = %1$s.event_id and h.instance_no = %1$s.instance_no
                       and h.case_digest = %1$s.case_digest)""";
    /** By the number of the event alone: the source may have told it of another file than the one that corrects it. */
    private static final String REPLACED = """
            exists (select 1 from identity.disclosure_block v where v.instance_no = %1$s.instance_no
                       and v.replaces = %1$s.event_id and not (""" + IN_DOUBT.formatted("v") + "))";

    /** Whether a block stands under file number {@code f}. On the day on which it is set a lift of its kind is not the last word. */
    private static final String STANDS = """
            exists (select 1 from identity.disclosure_block s
                     where s.instance_no = f.instance_no and s.case_digest = f.case_digest and s.says = 0 and not %s
                       and not exists (select 1 from identity.disclosure_block l
                            where l.instance_no = s.instance_no and l.case_digest = s.case_digest and l.says = 1
                              and l.code in ('', s.code) and l.occurred_on > s.occurred_on
                              and l.occurred_on <= current_date and not %s and not %s))"""
            .formatted(REPLACED.formatted("s"), REPLACED.formatted("l"), IN_DOUBT.formatted("l"));

    /** Every file number of the persons: of their files, others that their source tells of them by, and those that they showed. */
    private static final String NUMBERS = """
            select s.person_id, s.instance_no, unnest(s.case_digest || array(
                       select a.number_digest from identity.also_numbered a where a.case_id = s.id)) as case_digest
              from identity.source_case s where s.person_id = any(?)
            union
            select c.person_id, n.instance_no, n.case_digest
              from hub.consent c join hub.consent_file_number n on n.consent_id = c.id where c.person_id = any(?)""";

    static final String UNDER_BLOCK = "select distinct f.person_id from (%s) f where %s".formatted(NUMBERS, STANDS);

    /** Who has one of these numbers: the same three ways, from the other end. */
    static final String NUMBERED = """
            select s.person_id from identity.source_case s where s.instance_no = ? and s.case_digest = any(?)
            union
            select s.person_id from identity.also_numbered a join identity.source_case s on s.id = a.case_id
             where a.instance_no = ? and a.number_digest = any(?)
            union
            select c.person_id from hub.consent_file_number n join hub.consent c on c.id = n.consent_id
             where n.instance_no = ? and n.case_digest = any(?)""";

    static final String NOTE_NUMBER = """
            insert into identity.also_numbered (instance_no, number_digest, case_id) values (?, ?, ?) on conflict do nothing""";

    static final String TOLD = """
            select i.id as instance, b.says, b.code, b.occurred_on, h.event_id is not null as held
              from (%s) f join identity.disclosure_block b on b.instance_no = f.instance_no and b.case_digest = f.case_digest
              join hub.instance i on i.no = b.instance_no
              left join hub.held_event h on h.event_id = b.event_id and h.instance_no = b.instance_no
                and h.case_digest = b.case_digest
             where b.says in (0, 1) and not %s order by b.occurred_on, b.event_id, b.says, b.code"""
            .formatted(NUMBERS, REPLACED.formatted("b"));

    static final String BEING_TOLD = """
            with f as materialized (
                     select n.person_id, hashtext(n.instance_no || ':' || encode(n.case_digest, 'hex')) & 63 as bucket
                       from (%s) n),
                 b as materialized (
                     select bucket, pg_try_advisory_xact_lock_shared(?, bucket) as free
                       from (select distinct bucket from f) d)
            select distinct f.person_id from f join b on b.bucket = f.bucket where not b.free""".formatted(NUMBERS);

    static final String LOCK = """
            select count(pg_advisory_xact_lock(?, bucket))
              from (select distinct hashtext(? || ':' || encode(d, 'hex')) & 63 as bucket from unnest(?::bytea[]) as t (d)
                     order by 1) b""";

    static final String INSERT = """
            insert into identity.disclosure_block (instance_no, case_digest, event_id, says, code, replaces, occurred_on)
            values (?, ?, ?, ?, ?, nullif(?, 0), ?) on conflict do nothing""";

    /** The block that the replaced event lifted stands again, as far as the new one does not lift it as early. */
    static final String STANDS_AGAIN = """
            insert into identity.disclosure_block (instance_no, case_digest, event_id, says, code, occurred_on)
            select r.instance_no, r.case_digest, ?, 0, r.code, r.occurred_on from identity.disclosure_block r
             where r.instance_no = ? and r.event_id = ? and r.says = 1
               and not (? and r.case_digest = ? and ('' = any(?::text[]) or r.code = any(?::text[])) and ? <= r.occurred_on)
            on conflict do nothing""";

    static final String DELETE_REPLACED = "delete from identity.disclosure_block b where " + REPLACED.formatted("b");

    static final String DELETE_LIFTED = """
            delete from identity.disclosure_block f
             where not %s and not exists (
                   select 1 from identity.disclosure_block o where o.instance_no = f.instance_no
                      and o.case_digest = f.case_digest
                      and (greatest(o.noted_at, o.occurred_on::timestamptz) >= now() - interval '30 days' or %s))"""
            .formatted(STANDS, IN_DOUBT.formatted("o"));

    private BlockQueries() {
    }
}
