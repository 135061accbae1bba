package de.kimhub.sharing;

import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import de.kimhub.privacy.PersonalDataHolder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Auskunftssperren (§ 51 BMG), as each source last said under its own file number, whether or not a file is kept. All
 * methods run in the caller's transaction.
 */
@Component
public class DisclosureBlocks implements PersonalDataHolder {

    /** A lift that waits for a decision, or for an earlier record of its case, lifts nothing yet. */
    private static final String LAST = """
            select b.is_set, b.noted_at from identity.disclosure_block b
             where b.instance_no = f.instance_no and b.case_digest = f.case_digest
               and (b.is_set or not exists (select 1 from hub.held_event h where h.event_id = b.event_id
                        and h.instance_no = b.instance_no and h.case_digest = b.case_digest))
             order by b.occurred_on desc, b.event_id desc limit 1""";
    private static final String UNDER_BLOCK = """
            select distinct f.person_id
              from (select s.person_id, s.instance_no, s.case_digest from identity.source_case s
                     where s.person_id = any(?)
                    union
                    select c.person_id, n.instance_no, n.case_digest
                      from hub.consent c join hub.consent_file_number n on n.consent_id = c.id
                     where c.person_id = any(?)) f
              cross join lateral (%s) last
             where last.is_set""".formatted(LAST);
    private static final String LIFTED_LONG_AGO = """
            delete from identity.disclosure_block f
             where coalesce((select not last.is_set and last.noted_at < now() - interval '30 days' from (%s) last), false)"""
            .formatted(LAST);

    private final JdbcTemplate jdbc;

    DisclosureBlocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a source said of a block.
     *
     * @param replaces the event that it corrects or takes back, 0 for none
     */
    public record Told(byte[] caseDigest, long eventId, EventType type, MessageKind kind, long replaces, LocalDate on) {

        /** Whether events of this type are about a block. */
        public static boolean concerns(EventType type) {
            return type == EventType.DISCLOSURE_BLOCK_SET || type == EventType.DISCLOSURE_BLOCK_LIFTED;
        }
    }

    /** From the commit on, no batch is sealed that does not know it. */
    public void note(int instanceNo, List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("delete from identity.disclosure_block where instance_no = ? and case_digest = ?"
                + " and event_id = ?", told.stream().filter(one -> one.replaces() != 0)
                .map(one -> new Object[] {instanceNo, one.caseDigest(), one.replaces()}).toList());
        List<Told> standing = told.stream().filter(one -> one.kind() != MessageKind.RETRACTION).toList();
        jdbc.batchUpdate("""
                insert into identity.disclosure_block (instance_no, case_digest, event_id, is_set, occurred_on)
                values (?, ?, ?, ?, ?) on conflict do nothing""", standing.stream().map(one -> new Object[] {instanceNo,
                one.caseDigest(), one.eventId(), one.type() == EventType.DISCLOSURE_BLOCK_SET, one.on()}).toList());
        keepFromSealing(instanceNo, standing);
    }

    /** Sealing shares these rows: it waits for this transaction, or this one for it. */
    private void keepFromSealing(int instanceNo, List<Told> told) {
        jdbc.queryForList("""
                select c.id from hub.consent c where c.person_id in (
                    select s.person_id from identity.source_case s where s.instance_no = ? and s.case_digest = any(?))
                order by c.id for no key update""", Long.class, instanceNo,
                told.stream().map(Told::caseDigest).toArray(byte[][]::new));
    }

    @Override
    public String dataKind() {
        return "Auskunftssperre, die aufgehoben ist";
    }

    /** While it stands it stays: who forgot it would give the address away. */
    @Override
    public int deleteExpired() {
        return jdbc.update(LIFTED_LONG_AGO);
    }

    /** Those of the persons for whom a block stands in any of their files, or under any number that they showed. */
    public Set<Long> of(Collection<Long> persons) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        long[] ids = persons.stream().mapToLong(Long::longValue).toArray();
        return Set.copyOf(jdbc.queryForList(UNDER_BLOCK, Long.class, ids, ids));
    }
}
