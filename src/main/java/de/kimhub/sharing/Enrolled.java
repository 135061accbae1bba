package de.kimhub.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Of whom a source is wanted to tell something: nobody else's consents, and no other office's numbers. */
@Component
public class Enrolled {

    /** A consent in earnest, in force, that another instance took and that names the source. */
    private static final String NAMED = """
            c.withdrawn_on is null and not c.test and c.valid_from <= current_date
            and (c.valid_until is null or c.valid_until >= current_date) and c.sources && array[?::text, ?::text]
            and exists (select 1 from identity.source_case g where g.id = c.case_id and g.closed_on is null
                        and g.instance_no <> ? and g.instance_no <> all(?))
            and not %s""".formatted(ConsentLedger.DECEASED);
    private static final String FILES = """
            select s.case_number from identity.source_case s
             where s.instance_no = ? and s.case_number is not null
               and exists (select 1 from hub.consent c where c.person_id = s.person_id and %s)""".formatted(NAMED);
    private static final String SHOWN = """
            select f.number from hub.consent_file_number f join hub.consent c on c.id = f.consent_id
             where f.instance_no = ? and f.number is not null and %s""".formatted(NAMED);

    private final JdbcTemplate jdbc;

    Enrolled(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The source's own file numbers, encrypted, some perhaps twice: of files that it told of, and of such as clients showed.
     *
     * @param shadows instances whose consents do not count
     */
    public List<byte[]> fileNumbers(int sourceNo, Party source, Set<Integer> shadows) {
        Object[] values = {sourceNo, source.authority(), "instance:" + source.instanceId(), sourceNo,
                shadows.stream().mapToInt(Integer::intValue).toArray()};
        List<byte[]> all = new ArrayList<>(jdbc.queryForList(FILES, byte[].class, values));
        all.addAll(jdbc.queryForList(SHOWN, byte[].class, values));
        return all;
    }
}
