package de.kimhub.linkage.register;

import de.kimhub.linkage.comparison.Traits;
import de.kimhub.message.EventType;
import de.kimhub.message.IdentifierType;
import de.kimhub.message.MessageKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Numbers that are kept and do not count any more: with the naturalisation the record in the Ausländerzentralregister ends
 * (§ 36(1) AZRG), and nobody is recognised by its number from then on.
 */
@Component
class EndedNumbers {

    private static final String NATURALISED = """
            select s.id from identity.source_case s where s.id = any(?) and exists (
                select 1 from identity.source_case x join hub.event e on e.case_id = x.id
                 where x.person_id = s.person_id and e.type = %d and e.state = 0 and e.kind not in (%d, %d))"""
            .formatted(EventType.NATURALISED.number(), MessageKind.RETRACTION.ordinal(), MessageKind.STOP.ordinal());

    private final JdbcTemplate jdbc;

    EndedNumbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves out of each file's traits what does not count. */
    void leaveOut(Map<Long, List<Traits>> ofFiles) {
        Set<Long> numbered = new TreeSet<>();
        ofFiles.forEach((file, traits) -> {
            if (traits.stream().anyMatch(one -> one.hasIdentifier(IdentifierType.AZR))) {
                numbered.add(file);
            }
        });
        if (!numbered.isEmpty()) {
            jdbc.queryForList(NATURALISED, Long.class, (Object) Sql.longs(numbered)).forEach(file ->
                    ofFiles.computeIfPresent(file, (same, traits) -> traits.stream()
                            .map(one -> one.without(IdentifierType.AZR)).toList()));
        }
    }
}
