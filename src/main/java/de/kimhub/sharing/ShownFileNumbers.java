package de.kimhub.sharing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whose consents name which file numbers of other offices. All methods run in the caller's transaction. */
@Component
public class ShownFileNumbers {

    private final JdbcTemplate jdbc;

    ShownFileNumbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The persons whose consents in force name these file numbers at the instance; by index of the digest.
     *
     * @param without instances whose consents do not count
     */
    public Map<Integer, Long> personsNaming(int instanceNo, List<byte[]> caseDigests, Set<Integer> without) {
        Map<Integer, Long> persons = new HashMap<>();
        if (!caseDigests.isEmpty()) {
            jdbc.query("""
                    select t.n, c.person_id from unnest(?::bytea[]) with ordinality as t (digest, n)
                    join hub.consent_file_number f on f.instance_no = ? and f.case_digest = t.digest
                    join hub.consent c on c.id = f.consent_id and c.withdrawn_on is null and not c.test
                        and c.valid_from <= current_date
                        and (c.valid_until is null or c.valid_until >= current_date)
                    join identity.source_case s on s.id = c.case_id and s.closed_on is null
                        and s.instance_no <> all(?)""",
                    row -> {
                        persons.put(row.getInt(1) - 1, row.getLong(2));
                    }, caseDigests.toArray(byte[][]::new), instanceNo, numbers(without));
        }
        return persons;
    }

    /** Those of the persons who showed a file number of the instance, which therefore decides instead of the name. */
    public Set<Long> personsShowing(int instanceNo, Collection<Long> persons, Set<Integer> without) {
        return persons.isEmpty() ? Set.of() : Set.copyOf(jdbc.queryForList("""
                select distinct c.person_id from hub.consent c join hub.consent_file_number f on f.consent_id = c.id
                join identity.source_case s on s.id = c.case_id
                where f.instance_no = ? and c.withdrawn_on is null and not c.test and c.person_id = any(?)
                  and s.instance_no <> all(?)""", Long.class, instanceNo,
                persons.stream().mapToLong(Long::longValue).toArray(), numbers(without)));
    }

    private static int[] numbers(Set<Integer> instances) {
        return instances.stream().mapToInt(Integer::intValue).toArray();
    }
}
