package de.kimhub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.testing.Database;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** A naturalisation office gets the exact title while it has a procedure of the person, whatever a rule says. */
class PendingProcedureTest {

    private static final int OFFICE = 3;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final SharingRule RULE = new SharingRule("titel", Set.of("auslaenderbehoerde"),
            Set.of("einbuergerungsbehoerde", "instance:ebh-a"), Set.of(EventType.RESIDENCE_GRANTED),
            Set.of(CanonicalSchema.field("residence.title"), CanonicalSchema.field("event.occurredOn")), "naturalisation",
            "§ 32 Abs. 1 StAG", false, false, false, Period.ofYears(1));

    @RegisterExtension
    final Database database = new Database();

    private JdbcTemplate jdbc;
    private long person;
    private long file;

    @BeforeEach
    void aFileAtTheOffice() {
        jdbc = new JdbcTemplate(database.dataSource());
        person = number("insert into identity.person default values returning id");
        file = number("insert into identity.source_case (instance_no, case_digest, person_id) values (%d, 'x', %d) returning id"
                .formatted(OFFICE, person));
    }

    @Test
    void withoutAnApplicationItDoesNotGetIt() {
        assertThat(given()).containsExactly("event.occurredOn");
        assertThat(standing("einbuergerungsbehoerde").lawAgainst(RULE, person)).contains("§ 32 StAG");
    }

    @Test
    void whileTheProcedureIsPendingItDoes() {
        told(EventType.NATURALISATION_APPLIED, FIRST, 0);

        assertThat(given()).containsExactly("event.occurredOn", "residence.title");
        assertThat(standing("einbuergerungsbehoerde").lawAgainst(RULE, person)).isEmpty();
    }

    @Test
    void afterTheDecisionItDoesNotUntilTheNextApplication() {
        told(EventType.NATURALISATION_APPLIED, FIRST, 0);
        told(EventType.NATURALISATION_DECIDED, FIRST.plusDays(9), 0);
        assertThat(given()).containsExactly("event.occurredOn");

        told(EventType.NATURALISATION_APPLIED, FIRST.plusDays(20), 0);
        assertThat(given()).contains("residence.title");
    }

    @Test
    void anApplicationThatWasTakenBackOpensNothing() {
        told(EventType.NATURALISATION_APPLIED, FIRST, 2);
        assertThat(given()).containsExactly("event.occurredOn");
    }

    @Test
    void ofTheOthersWhoDecideNoProcedureIsAsked() {
        assertThat(standing("auslaenderbehoerde").fields(RULE, person)).extracting(Field::path).contains("residence.title");
    }

    private void told(EventType type, LocalDate on, int state) {
        jdbc.update("""
                insert into hub.event (document_id, record_no, case_id, occurred_on, instance_no, type, kind, state, rules)
                values (1, 1, ?, ?, ?, ?, 0, ?, 'x')""", file, on, OFFICE, type.number(), state);
    }

    private List<String> given() {
        return standing("einbuergerungsbehoerde").fields(RULE, person).stream().map(Field::path).sorted().toList();
    }

    private FieldBlocks.Standing standing(String kind) {
        return new FieldBlocks(jdbc, new DisclosureBlocks(jdbc)).of(new SharingRules("1", List.of(RULE)),
                new Party("ebh-a", kind), OFFICE, List.of(person));
    }

    private long number(String sql) {
        return jdbc.queryForObject(sql, Long.class);
    }
}
