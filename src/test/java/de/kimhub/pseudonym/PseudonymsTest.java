package de.kimhub.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.CaseMessage;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path keys;
    private PseudonymWorld world;

    @BeforeEach
    void open() {
        world = new PseudonymWorld(database, keys).withKeys();
    }

    @Test
    void the_same_person_has_the_same_pseudonym_on_every_node_and_another_in_each_domain() {
        Pseudonym one = world.pseudonyms().of("eins", 17);

        assertThat(new PseudonymWorld(database, keys).pseudonyms().of("eins", 17)).isEqualTo(one);
        assertThat(one.body()).hasSize(20);
        assertThat(world.pseudonyms().of("eins", 18)).isNotEqualTo(one);
        assertThat(world.pseudonyms().of("zwei", 17).body()).hasSize(16).isNotEqualTo(one.body().substring(0, 16));
        assertThat(world.pseudonyms().of("drei", 17).body()).hasSize(40);
        assertThat(world.pseudonyms().current(one)).isEqualTo(one);
        assertThat(((Pseudonym.Reading.Read) Pseudonym.read(one.text())).pseudonym()).isEqualTo(one);
    }

    @Test
    void many_are_given_at_once_also_by_several_at_the_same_time() {
        List<Long> people = LongStream.rangeClosed(1, 2_000).boxed().toList();
        List<Map<Long, Pseudonym>> answers = LongStream.range(0, 4).parallel()
                .mapToObj(i -> world.pseudonyms().of("eins", i % 2 == 0 ? people : people.reversed())).toList();

        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(answers.getFirst().values().stream().distinct()).hasSize(2_000);
    }

    /** A code that is somebody else's already is passed over, and stays passed over. */
    @Test
    void a_collision_is_noticed() {
        Pseudonym first = world.pseudonyms().of("eins", 17);
        world.jdbc.update("update pseudonym.issued set person_digest = '\\x00'::bytea");

        Pseudonym other = world.pseudonyms().of("eins", 17);

        assertThat(other).isNotEqualTo(first);
        assertThat(world.pseudonyms().of("eins", 17)).isEqualTo(other);
        assertThat(world.jdbc.queryForObject("select max(generation) from pseudonym.issued", Integer.class)).isEqualTo(1);
    }

    @Test
    void only_the_reversible_mode_turns_back_by_the_key_alone() {
        Pseudonym reversible = world.pseudonyms().of("drei", 17);
        Pseudonym oneWay = world.pseudonyms().of("eins", 17);

        assertThat(world.pseudonyms().person(reversible, (after, atMost) -> List.of())).isEqualTo(17);
        assertThatThrownBy(() -> world.pseudonyms().person(oneWay, (after, atMost) -> List.of()))
                .hasMessageContaining("HUB-PSN-035");
        world.people.addAll(List.of(1L, 17L, 18L));
        assertThat(world.pseudonyms().person(oneWay, world.persons())).isEqualTo(17);
    }

    @Test
    void what_was_not_given_here_is_refused() {
        Pseudonym one = world.pseudonyms().of("eins", 17);
        List.of(new Pseudonym("XYZ", 1, one.body()), new Pseudonym("ENS", 2, one.body()),
                new Pseudonym("ENS", 1, one.body().replace(one.body().charAt(3), '0') + "0"))
                .forEach(foreign -> assertThatThrownBy(() -> world.pseudonyms().current(foreign))
                        .isInstanceOf(PseudonymRefused.class).hasMessageNotContaining(one.body()));
        assertThatThrownBy(() -> world.pseudonyms().of("kurz", 17)).hasMessageContaining("HUB-PSN-034");
        assertThatThrownBy(() -> world.pseudonyms().of("fremd", 17)).hasMessageContaining("HUB-PSN-010");
    }

    @Test
    void the_database_alone_does_not_join_two_domains_and_names_nobody() {
        world.pseudonyms().of("eins", 17);
        world.pseudonyms().of("zwei", 17);

        assertThat(world.jdbc.queryForList("select distinct person_digest from pseudonym.issued")).hasSize(2);
    }

    /** Two nodes that each made a key under the same epoch would give the same person two pseudonyms. */
    @Test
    void a_node_with_another_key_issues_nothing() throws IOException {
        Path elsewhere = Files.createDirectory(keys.resolve("elsewhere"));
        for (String file : List.of("wrapping-key.json", "encryption.json", "digests.json")) {
            Files.copy(keys.resolve(file), elsewhere.resolve(file));
        }
        PseudonymWorld other = new PseudonymWorld(database, elsewhere);
        assertThatThrownBy(() -> other.pseudonyms().of("eins", 17)).hasMessageContaining("HUB-KEY-004");

        new de.kimhub.keys.KeyFolder(elsewhere).domainKeys().create("eins", 1, de.kimhub.keys.DomainKeys.Kind.ONE_WAY);

        assertThatThrownBy(() -> other.pseudonyms().of("eins", 17)).hasMessageContaining("HUB-PSN-013");
        assertThat(world.jdbc.queryForObject("select count(*) from pseudonym.issued", Long.class)).isZero();
    }

    @Test
    void a_token_is_good_for_its_time_and_its_uses_and_is_kept_nowhere() {
        Pseudonym token = world.parts.tokens().issue("kurz", 17);
        assertThat(world.jdbc.queryForObject("select row_to_json(t)::text from pseudonym.token t", String.class))
                .doesNotContain(token.body());
        assertThat(world.parts.tokens().issue("kurz", 17)).isNotEqualTo(token);

        assertThat(world.redeem(token)).isEqualTo(17);
        assertThat(world.redeem(token)).isEqualTo(17);
        assertThatThrownBy(() -> world.redeem(token)).hasMessageContaining("HUB-PSN-033");

        Pseudonym late = world.parts.tokens().issue("kurz", 17);
        world.clock.advance(Duration.ofMinutes(16));
        assertThatThrownBy(() -> world.redeem(late)).hasMessageContaining("HUB-PSN-033");
        assertThatThrownBy(() -> world.parts.tokens().issue("eins", 17)).hasMessageContaining("HUB-PSN-034");
    }

    @Test
    void who_redeems_a_token_is_in_the_audit_log_and_a_refusal_is_not_a_redemption() {
        Pseudonym token = world.parts.tokens().issue("kurz", 17);
        world.parts.tokens().redeem(token, "awo-beispielstadt", "Einwilligung");
        assertThatThrownBy(() -> world.redeem(new Pseudonym("KRZ", 0, "0".repeat(26)))).hasMessageContaining("HUB-PSN-033");
        assertThatThrownBy(() -> world.parts.tokens().redeem(token, " ", "Einwilligung"))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(world.jdbc.queryForList("select row_to_json(a)::text from hub.audit_entry a", String.class)).singleElement()
                .asString().contains("awo-beispielstadt", "token redeemed", "pseudonym domain kurz", "Einwilligung")
                .doesNotContain(token.body());
    }

    @Test
    void a_token_is_redeemed_once_by_several_who_try_at_once() {
        Pseudonym token = world.parts.tokens().issue("kurz", 17);
        long redeemed = LongStream.range(0, 8).parallel().filter(i -> {
            try {
                return world.redeem(token) == 17;
            } catch (PseudonymRefused spent) {
                return false;
            }
        }).count();
        assertThat(redeemed).isEqualTo(PseudonymWorld.TOKEN.uses());
    }

    @Test
    void what_is_published_of_a_case_holds_no_direct_identifier_whatever_a_rule_lets_pass() {
        CaseMessage event = new CaseMessage(EventType.find("course.started").orElseThrow(), MessageKind.values()[0],
                FieldValues.builder().set("case.number", "F-17").set("event.occurredOn", "2026-11-01")
                        .set("course.kind", "allgemein").set("person.telephone", "05221 000000").build());

        PseudonymisedCase published = new Pseudonymisation(world.pseudonyms()).of("zwei", 17, event,
                Set.of(CanonicalSchema.field("case.number"), CanonicalSchema.field("person.telephone"),
                        CanonicalSchema.field("event.occurredOn")));

        assertThat(published.pseudonym()).isEqualTo(world.pseudonyms().of("zwei", 17));
        assertThat(published.fields()).isEqualTo(FieldValues.builder().set("event.occurredOn", "2026-11-01").build());
        assertThat(published.toString()).doesNotContain(published.pseudonym().body());
    }

    @Test
    void who_had_a_pseudonym_is_forgotten_in_time_and_would_be_given_the_same_again() {
        Map<Long, Pseudonym> before = world.pseudonyms().of("eins", List.of(1L, 2L, 3L));
        world.parts.changes().merged(1, 2);
        world.jdbc.update("update pseudonym.issued set issued_at = now() - interval '2 years'");
        world.pseudonyms().of("eins", 4);

        assertThat(new PseudonymRetention(PseudonymWorld.DOMAINS, world.jdbc).deleteExpired()).isEqualTo(1);

        assertThat(world.jdbc.queryForList("select body from pseudonym.issued", String.class)).hasSize(3)
                .doesNotContain(before.get(3L).body());
        assertThat(world.pseudonyms().of("eins", 3)).isEqualTo(before.get(3L));
    }
}
