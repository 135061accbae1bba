package de.kimhub.linkage.register;

import static de.kimhub.linkage.register.TestRegister.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.linkage.LinkageDecision.Match;
import de.kimhub.linkage.LinkageDecision.NonMatch;
import de.kimhub.linkage.LinkageDecision.PossibleMatch;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.PersonRegister.Move;
import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RegisterTest {

    private static final FieldValues AMIRA = person("Amira", "Testowski", "1990-05-17", "person.sex", "w",
            "person.birth.place", "Musterdorf");
    /** Says too little to be sure. */
    private static final FieldValues AMIRA_VAGUE = person("Amira", "Testowski", "1990");
    private static final FieldValues BORIS = person("Boris", "Beispielow", "1985-11-03", "person.sex", "m",
            "person.birth.place", "Neustadt");

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path keys;

    private TestRegister hub;

    @BeforeEach
    void open() throws IOException {
        hub = new TestRegister(database.dataSource(), keys);
    }

    @Test
    void two_files_of_the_same_person_become_one_person_and_the_event_says_why() {
        hub.open("a", AMIRA);
        Linked linked = hub.open("b", AMIRA);
        hub.open("c", BORIS);

        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("a", "b"), Set.of("c"));
        assertThat(linked.moves()).isEmpty();
        assertThat(linked.event()).isPositive();
        byte[] encrypted = hub.jdbc.queryForObject("select explanation from identity.link_event", byte[].class);
        ScoreRecord record = ScoreRecord.of(hub.vault.decrypt(encrypted, ScoreRecord.PURPOSE));
        assertThat(record.band()).isEqualTo("SURE");
        assertThat(record.traits()).extracting(ScoreRecord.TraitScore::level).contains("BIRTH_EQUAL", "GIVEN_EQUAL");
        assertThat(hub.count("identity.person")).isEqualTo(2);
    }

    @Test
    void files_of_one_batch_are_compared_with_each_other() {
        Map<String, FieldValues> batch = new LinkedHashMap<>();
        batch.put("a", AMIRA);
        batch.put("b", BORIS);
        batch.put("c", AMIRA);

        hub.openAll(batch);

        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("a", "c"), Set.of("b"));
    }

    @Test
    void a_doubt_waits_for_a_person_and_is_moot_once_they_are_one() {
        hub.open("a", AMIRA);
        Linked linked = hub.open("b", AMIRA_VAGUE);

        assertThat(linked.reviews()).hasSize(1);
        assertThat(hub.reviews()).isEqualTo(Map.of(Set.of("a", "b"), "OPEN"));

        Linked decided = hub.decide("a", "b", true);

        assertThat(hub.persons()).containsExactly(Set.of("a", "b"));
        assertThat(decided.moves()).hasSize(1);
        assertThat(hub.reviews()).isEqualTo(Map.of(Set.of("a", "b"), "MOOT"));
    }

    @Test
    void what_was_decided_to_be_different_is_not_asked_again_and_not_linked_by_more_evidence() {
        hub.open("a", AMIRA);
        hub.open("b", AMIRA_VAGUE);
        hub.decide("a", "b", false);

        Linked observed = hub.observe("b", AMIRA);

        assertThat(observed.reviews()).isEmpty();
        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
        assertThat(hub.reviews()).isEqualTo(Map.of(Set.of("a", "b"), "MOOT"));
    }

    @Test
    void what_a_source_writes_later_links_its_file() {
        hub.open("a", AMIRA);
        hub.open("b", AMIRA_VAGUE);

        Linked observed = hub.observe("b", AMIRA);

        assertThat(hub.persons()).containsExactly(Set.of("a", "b"));
        assertThat(observed.moves()).hasSize(1);
        assertThat(hub.reviews()).isEqualTo(Map.of(Set.of("a", "b"), "MOOT"));
    }

    @Test
    void the_same_persona_is_kept_once() {
        hub.open("a", AMIRA);
        hub.observe("a", BORIS);
        hub.observe("a", AMIRA);
        hub.observe("a", BORIS);

        assertThat(hub.count("identity.persona")).isEqualTo(2);
    }

    @Test
    void a_new_file_that_two_contradicting_ones_resemble_joins_neither() {
        hub.open("a", person("Amira", "Testowski", "1990-05-17", "person.sex", "w", "person.birth.place", "Musterdorf",
                "person.telephone", "05221 4711001"));
        hub.open("b", person("Amira", "Testowski", "1990-05-17", "person.sex", "w", "person.birth.place", "Musterdorf",
                "person.telephone", "05221 4711001"));
        hub.decide("a", "b", false);
        hub.open("c", AMIRA);

        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"), Set.of("c"));
        assertThat(hub.reviews()).containsEntry(Set.of("a", "c"), "OPEN").containsEntry(Set.of("b", "c"), "OPEN");
    }

    @Test
    void two_persons_of_whom_something_was_passed_on_are_never_joined_without_a_person() {
        hub.open("a", 1, AMIRA, null, TestRegister.among(List.of(), List.of()));
        hub.open("b", 2, AMIRA, null, TestRegister.among(List.of(), List.of()));
        List<Long> both = List.of(hub.person("a"), hub.person("b"));

        hub.reconsider(TestRegister.among(both, both), "a");

        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
        assertThat(hub.reviews()).isEqualTo(Map.of(Set.of("a", "b"), "OPEN"));
        assertThat(hub.jdbc.queryForObject("select harm from identity.review", Integer.class)).isEqualTo(11);

        hub.decide("a", "b", true, TestRegister.among(both, both));

        assertThat(hub.persons()).containsExactly(Set.of("a", "b"));
    }

    @Test
    void a_file_of_another_source_is_not_even_compared_unless_its_person_is_a_candidate() {
        hub.open("a", 1, AMIRA, null, TestRegister.among(List.of(), List.of()));
        hub.open("b", 2, AMIRA, null, TestRegister.among(List.of(), List.of()));

        assertThat(hub.count("identity.pair")).isZero();
        assertThat(hub.ask(2, AMIRA, TestRegister.among(List.of(), List.of())))
                .isEqualTo(new Match(hub.person("b"), de.kimhub.linkage.LinkageDecision.Evidence.SURE));

        hub.reconsider(TestRegister.among(List.of(hub.person("a")), List.of()), "b");

        assertThat(hub.persons()).containsExactly(Set.of("a", "b"));
    }

    @Test
    void asking_keeps_nothing() {
        hub.open("a", AMIRA);

        assertThat(hub.ask(2, AMIRA, TestRegister.EVERYBODY)).isInstanceOf(Match.class);
        assertThat(hub.ask(2, AMIRA_VAGUE, TestRegister.EVERYBODY)).isInstanceOf(PossibleMatch.class);
        assertThat(hub.ask(2, BORIS, TestRegister.EVERYBODY)).isInstanceOf(NonMatch.class);
        assertThat(hub.count("identity.persona")).isEqualTo(1);
        assertThat(hub.count("identity.source_case")).isEqualTo(1);
    }

    @Test
    void a_number_that_a_consent_names_decides_whatever_the_names_say() {
        hub.open("a", AMIRA);
        hub.open("b", 2, FieldValues.EMPTY, hub.person("a"), TestRegister.EVERYBODY);
        hub.observe("b", BORIS);

        assertThat(hub.persons()).containsExactly(Set.of("a", "b"));
    }

    @Test
    void a_shown_number_does_not_overrule_that_people_kept_the_files_apart_before_one_was_forgotten() {
        hub.open("a", AMIRA);
        hub.open("b", 2, AMIRA_VAGUE, null, TestRegister.EVERYBODY);
        hub.decide("a", "b", false);
        hub.inTransaction(() -> {
            hub.register.forget(List.of(hub.file("b")));
            return null;
        });
        Persona shown = new Persona(2, "sonstige", hub.cases.digest("source-2", "b"), AMIRA_VAGUE, hub.person("a"));

        assertThat(hub.inTransaction(() -> hub.register.ask(List.of(shown), TestRegister.EVERYBODY)).getFirst())
                .isInstanceOf(NonMatch.class);
        hub.open("b", 2, AMIRA_VAGUE, hub.person("a"), TestRegister.EVERYBODY);
        hub.reconsider(TestRegister.EVERYBODY, "b");

        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
        assertThat(hub.count("identity.pair_decision where undone_at is null and not same")).isEqualTo(1);
        assertThat(hub.count("identity.pair_decision where same")).isZero();
    }

    @Test
    void decisions_that_contradict_each_other_are_refused() {
        hub.open("a", AMIRA);
        hub.open("b", AMIRA_VAGUE);
        hub.open("c", BORIS);
        hub.decide("a", "b", true);
        hub.decide("b", "c", false);

        assertThatThrownBy(() -> hub.decide("a", "c", true)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HUB-LINKAGE-002");
        assertThatThrownBy(() -> hub.decide("a", "b", false)).hasMessageContaining("HUB-LINKAGE-002");
    }

    @Test
    void a_split_takes_files_out_and_undoing_it_brings_them_back() {
        hub.open("a", AMIRA);
        hub.open("b", AMIRA);
        hub.open("c", AMIRA);
        long person = hub.person("a");

        Linked split = hub.split("b", "c");

        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b", "c"));
        assertThat(split.moves()).extracting(Move::from).containsOnly(person);

        hub.undo(split.event());

        assertThat(hub.persons()).containsExactly(Set.of("a", "b", "c"));
        assertThat(hub.person("b")).isEqualTo(person);
    }

    @Test
    void an_automatic_link_that_was_undone_is_not_made_again() {
        hub.open("a", AMIRA);
        Linked linked = hub.open("b", AMIRA);

        hub.undo(linked.event());
        hub.reconsider(TestRegister.EVERYBODY, "a", "b");

        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
        assertThatThrownBy(() -> hub.undo(linked.event())).hasMessageContaining("HUB-LINKAGE-005");
    }

    @Test
    void only_the_last_event_of_a_file_can_be_undone() {
        hub.open("a", AMIRA);
        Linked linked = hub.open("b", AMIRA);
        Linked split = hub.split("b");

        assertThatThrownBy(() -> hub.undo(linked.event())).hasMessageContaining("HUB-LINKAGE-005");

        hub.undo(split.event());
        hub.undo(linked.event());

        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
    }

    @Test
    void a_decision_that_was_undone_does_not_count_any_more_and_is_asked_again() {
        hub.open("a", AMIRA);
        hub.open("b", AMIRA_VAGUE);
        Linked decided = hub.decide("a", "b", true);

        hub.undo(decided.event());

        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
        assertThat(hub.reviews()).isEqualTo(Map.of(Set.of("a", "b"), "OPEN"));
        assertThat(hub.jdbc.queryForObject("select count(*) from identity.pair_decision where undone_at is null",
                Long.class)).isZero();
    }
}
