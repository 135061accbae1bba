package de.kimhub.linkage.register;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.comparison.Traits;
import de.kimhub.message.FieldValues;
import de.kimhub.message.IdentifierType;
import de.kimhub.testing.Database;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** The AZR-Nummer recognises nobody any more who is naturalised, in whichever file it stands. */
class EndedNumbersTest {

    private static final Traits WITH_NUMBERS = Traits.of(FieldValues.builder()
            .set("person.names.official.family", "Musterfrau").set("person.identifiers.azr.value", "990101000017")
            .set("person.identifiers.bamfKennziffer.value", "B-17").build(), "auslaenderbehoerde");

    @RegisterExtension
    final Database database = new Database();

    private JdbcTemplate jdbc;
    private long abh;
    private long ebh;
    private long other;

    @BeforeEach
    void twoFilesOfOnePersonAndOneOfAnother() {
        jdbc = new JdbcTemplate(database.dataSource());
        long person = person();
        abh = file(person, "a");
        ebh = file(person, "b");
        other = file(person(), "c");
    }

    @Test
    void afterTheNaturalisationOnlyTheOtherNumbersCount() {
        naturalised(0, 0);
        Map<Long, List<Traits>> traits = traits();

        assertThat(traits.get(abh).getFirst().identifiers()).extracting(Traits.Identifier::type)
                .isNotEmpty().doesNotContain(IdentifierType.AZR);
        assertThat(traits.get(abh).getFirst().family()).isEqualTo(WITH_NUMBERS.family());
        assertThat(traits.get(other)).containsExactly(WITH_NUMBERS);
    }

    @Test
    void aNaturalisationThatWasTakenBackEndsNothing() {
        naturalised(0, 2);
        assertThat(traits().get(abh)).containsExactly(WITH_NUMBERS);
    }

    private Map<Long, List<Traits>> traits() {
        Map<Long, List<Traits>> traits = new TreeMap<>(Map.of(abh, List.of(WITH_NUMBERS), other, List.of(WITH_NUMBERS)));
        new EndedNumbers(jdbc).leaveOut(traits);
        return traits;
    }

    private void naturalised(int kind, int state) {
        jdbc.update("insert into hub.event (id, document_id, record_no, case_id, occurred_on, instance_no, type, kind, state, rules,"
                + " payload) overriding system value values (10, 1, 1, ?, current_date, 3, 35, ?, ?, 'v', '')", ebh, kind, state);
    }

    private long person() {
        return jdbc.queryForObject("insert into identity.person default values returning id", Long.class);
    }

    private long file(long person, String number) {
        return jdbc.queryForObject("insert into identity.source_case (instance_no, case_digest, person_id) values (3, ?::bytea, ?)"
                + " returning id", Long.class, number, person);
    }
}
