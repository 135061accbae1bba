package de.kimhub.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReidentificationsTest {

    private static final String DORA = "Dora Datenschutz";
    private static final String FRIDA = "Frida Fachlich";
    private static final String FRITZ = "Fritz Fachlich";
    private static final List<String> FIELDS = List.of("person.names.official.family");

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path keys;
    private PseudonymWorld world;
    private Reidentifications requests;
    private Pseudonym pseudonym;

    @BeforeEach
    void open() {
        world = new PseudonymWorld(database, keys).withKeys();
        world.people.addAll(List.of(16L, 17L, 18L));
        requests = world.reidentifications();
        pseudonym = world.pseudonyms().of("eins", 17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eins", "drei"})
    void one_asks_another_approves_and_the_first_sees_it_once(String domain) {
        long id = request(world.pseudonyms().of(domain, 17));
        assertThat(requests.open()).extracting(Reidentifications.Request::requestedBy).containsExactly(FRIDA);
        refused("HUB-PSN-045", () -> requests.show(id, FRIDA));
        assertThat(requests.decide(id, DORA, true)).isEqualTo(Duration.ofMinutes(15));
        refused("HUB-PSN-047", () -> requests.show(id, DORA));

        assertThat(requests.show(id, FRIDA)).isEqualTo(new Reidentifications.Revealed(17, FIELDS));

        refused("HUB-PSN-046", () -> requests.show(id, FRIDA));
        assertThat(requests.open()).isEmpty();
        assertThat(world.jdbc.queryForList("select action from hub.audit_entry order by id", String.class)).containsExactly(
                "re-identification requested", "re-identification approved", "re-identification shown");
        assertThat(world.jdbc.queryForList("select row_to_json(a)::text from hub.audit_entry a", String.class))
                .allSatisfy(entry -> assertThat(entry).contains("berichtigung; Art. 16 DSGVO", "request " + id)
                        .doesNotContain(pseudonym.body(), "official"));
    }

    @Test
    void whoever_asks_never_approves_nor_does_somebody_of_the_same_role() {
        long id = request(pseudonym);
        refused("HUB-PSN-042", () -> requests.decide(id, FRIDA, true));
        refused("HUB-PSN-042", () -> requests.decide(id, " " + FRIDA + " ", true));
        refused("HUB-PSN-043", () -> requests.decide(id, FRITZ, true));
        refused("HUB-PSN-040", () -> requests.decide(id, "Niemand", true));
        refused("HUB-PSN-041", () -> requests.decide(id + 1, DORA, true));
        // Not even past the code.
        assertThatThrownBy(() -> world.jdbc.update("update pseudonym.reidentification set decided_by = requested_by, "
                + "decided_role = 'x', approved = true")).hasMessageContaining("reidentification_check");
        refused("HUB-PSN-045", () -> requests.show(id, FRIDA));
    }

    /** Whoever writes to the database past the hub, and has no keys. */
    @Test
    void an_approval_that_the_hub_did_not_make_shows_nothing() {
        long id = request(pseudonym);
        assertThatThrownBy(() -> world.jdbc.update("update pseudonym.reidentification set approved = true, "
                + "valid_until = now() + interval '1 hour'")).hasMessageContaining("reidentification_check");
        world.jdbc.update("update pseudonym.reidentification set approved = true, decided_by = 'Dora Datenschutz', "
                + "decided_role = 'datenschutz', decided_at = now(), valid_until = now() + interval '1 hour', "
                + "decision = '\\x00'");
        refused("HUB-PSN-049", () -> requests.show(id, FRIDA));
    }

    @Test
    void what_was_approved_is_not_changed_afterwards() {
        Pseudonym other = world.pseudonyms().of("eins", 18);
        for (String change : List.of("body = '" + other.body() + "'", "fields = '{person.email}'", "legal_basis = 'x'",
                "valid_until = valid_until + interval '1 day'", "decided_by = 'Ludwig Leitung', decided_role = 'leitung'")) {
            long id = request(pseudonym);
            requests.decide(id, DORA, true);
            world.jdbc.update("update pseudonym.reidentification set " + change + " where id = ?", id);
            refused("HUB-PSN-049", () -> requests.show(id, FRIDA));
        }
        long refused = request(pseudonym);
        requests.decide(refused, DORA, false);
        world.jdbc.update("update pseudonym.reidentification set approved = true where id = ?", refused);
        refused("HUB-PSN-049", () -> requests.show(refused, FRIDA));
    }

    @Test
    void an_approval_ends_after_15_minutes_and_a_request_after_seven_days() {
        long id = request(pseudonym);
        requests.decide(id, DORA, true);
        world.clock.advance(Duration.ofMinutes(16));
        refused("HUB-PSN-046", () -> requests.show(id, FRIDA));

        long other = request(pseudonym);
        world.clock.advance(Duration.ofDays(8));
        refused("HUB-PSN-044", () -> requests.decide(other, DORA, true));
        assertThat(requests.open()).isEmpty();
    }

    @Test
    void what_was_refused_stays_refused() {
        long id = request(pseudonym);
        requests.decide(id, DORA, false);
        refused("HUB-PSN-045", () -> requests.show(id, FRIDA));
        refused("HUB-PSN-044", () -> requests.decide(id, DORA, true));
    }

    @Test
    void of_several_who_look_at_the_same_moment_one_sees_it() {
        long id = request(pseudonym);
        requests.decide(id, DORA, true);
        assertThat(LongStream.range(0, 6).parallel().filter(i -> {
            try {
                return requests.show(id, FRIDA).person() == 17;
            } catch (PseudonymRefused over) {
                return false;
            }
        }).count()).isEqualTo(1);
    }

    @Test
    void only_fields_of_a_person_can_be_asked_for_and_no_numbers_of_other_offices() {
        for (List<String> fields : List.of(List.<String>of(), List.of("case.number"), List.of("person.unbekannt"),
                List.of("person.names.official.family", "person.identifiers.azr.value"))) {
            refused("HUB-PSN-048", () -> requests.request(pseudonym, FRIDA, ReidentificationPurpose.PRUEFUNG, "x", fields));
        }
        refused("HUB-PSN-040", () -> requests.request(pseudonym, "Niemand", ReidentificationPurpose.PRUEFUNG, "x", FIELDS));
        refused("HUB-PSN-031", () -> request(new Pseudonym("ENS", 1, "00000000000000000000")));
        assertThat(world.jdbc.queryForObject("select count(*) from pseudonym.reidentification", Long.class)).isZero();
    }

    /** When nothing could be shown, the approval is not used up. */
    @Test
    void of_somebody_of_whom_nothing_is_kept_nothing_is_shown() {
        long id = request(pseudonym);
        requests.decide(id, DORA, true);
        world.people.remove(17L);
        refused("HUB-PSN-035", () -> requests.show(id, FRIDA));
        world.people.add(17L);
        assertThat(requests.show(id, FRIDA).person()).isEqualTo(17);
    }

    private long request(Pseudonym of) {
        return requests.request(of, FRIDA, ReidentificationPurpose.BERICHTIGUNG, "Art. 16 DSGVO", FIELDS);
    }

    private static void refused(String code, Callable<?> step) {
        assertThatThrownBy(step::call).isInstanceOf(PseudonymRefused.class).hasMessageContaining(code);
    }
}
