package de.kimhub.linkage.explanation;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads files with what their sources wrote of the person. In the caller's transaction, if there is one. */
@Component
public class KnownFiles {

    private static final String PURPOSE = "persona";
    private static final String FILES = """
            select s.id, i.id as instance, coalesce(p.authority, i.authority, 'sonstige') as authority, s.person_id,
                   coalesce(p.content, s.persona) as content
              from identity.source_case s join hub.instance i on i.no = s.instance_no
              left join identity.persona p on p.case_id = s.id and p.retracted_at is null
             where s.id = any(?) order by s.id, p.late, p.said_at desc nulls last, p.id desc nulls last""";
    private static final String OF_PERSONS = """
            select s.id, s.person_id, coalesce(p.content, s.persona) as content
              from identity.source_case s left join identity.persona p on p.case_id = s.id
             where s.person_id = any(?)""";
    /** Also when the source told of it before a file was kept, or under a number that the person only showed. */
    private static final String BLOCKED_BY_EVENT = """
            select distinct s.person_id from identity.source_case s join hub.event e on e.case_id = s.id
             where s.person_id = any(?) and e.type = ? and e.state <> 2
            union
            select s.person_id from identity.source_case s join identity.disclosure_block b
                on b.instance_no = s.instance_no and b.case_digest = s.case_digest and b.says = 0
             where s.person_id = any(?)
            union
            select s.person_id from identity.source_case s join identity.also_numbered a on a.case_id = s.id
              join identity.disclosure_block b
                on b.instance_no = a.instance_no and b.case_digest = a.number_digest and b.says = 0
             where s.person_id = any(?)
            union
            select c.person_id from hub.consent c join hub.consent_file_number n on n.consent_id = c.id
              join identity.disclosure_block b
                on b.instance_no = n.instance_no and b.case_digest = n.case_digest and b.says = 0
             where c.person_id = any(?)""";

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    KnownFiles(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Those of the files that are there, by number. */
    public Map<Long, KnownFile> of(Collection<Long> files) {
        Map<Long, KnownFile> found = new LinkedHashMap<>();
        jdbc.query(FILES, row -> {
            KnownFile file = found.computeIfAbsent(row.getLong("id"), id -> file(row));
            FieldValues persona = persona(row);
            if (persona != null) {
                file.personas().add(persona);
            }
        }, (Object) numbers(files));
        Set<Long> blocked = blocked(found.values().stream().map(KnownFile::person).toList());
        found.replaceAll((id, file) -> new KnownFile(file.id(), file.instance(), file.authority(), file.person(),
                List.copyOf(file.personas()), blocked.contains(file.person())));
        return found;
    }

    private static KnownFile file(ResultSet row) {
        try {
            return new KnownFile(row.getLong("id"), row.getString("instance"), row.getString("authority"),
                    row.getLong("person_id"), new ArrayList<>(), false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Once blocked is blocked: better an address too few than one too many. */
    private Set<Long> blocked(List<Long> persons) {
        long[] ids = numbers(persons);
        Set<Long> blocked = new HashSet<>(jdbc.queryForList(BLOCKED_BY_EVENT, Long.class, ids,
                EventType.DISCLOSURE_BLOCK_SET.number(), ids, ids, ids));
        jdbc.query(OF_PERSONS, row -> {
            FieldValues persona = persona(row);
            if (persona != null && persona.first("person.disclosureBlock") != null) {
                blocked.add(row.getLong("person_id"));
            }
        }, (Object) ids);
        return blocked;
    }

    private FieldValues persona(ResultSet row) throws SQLException {
        byte[] content = row.getBytes("content");
        return content == null ? null : FieldValues.decode(keys.decrypt(content, PURPOSE));
    }

    private static long[] numbers(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}
