package de.kimhub.linkage.register;

import static de.kimhub.linkage.register.TestRegister.person;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.PersonRegister.Former;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.PersonRegister.Observation;
import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a file once held of somebody else by mistake, and what its person was once called. */
class MistakenPersonaTest {

    private static final String[] HER = {"person.sex", "w", "person.birth.place", "Musterdorf", "person.telephone",
        "05221 555123"};
    private static final FieldValues AMIRA = person("Amira", "Testowski", "1990-05-17", HER);
    private static final FieldValues MARRIED = person("Amira", "Beispielmann", "1990-05-17", "person.sex", "w",
            "person.birth.place", "Musterdorf");
    private static final FieldValues BORIS = person("Boris", "Probenko", "1971-11-03", "person.sex", "m");
    private static final FieldValues RENAMED = person("Zoe", "Testowski", "1990-05-17", HER);
    private static final FieldValues NAMESAKE = person("Amira", "Testowski", "1984-02-09", "person.sex", "w");
    private static final FieldValues NAMESAKE_OF_OLD = person("Amira", "Testowski", "1961-02-09", "person.sex", "w");

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path keys;

    private TestRegister hub;
    private FieldValues[] saidLast = {AMIRA};

    @BeforeEach
    void openTwoFilesOfOnePerson() throws IOException {
        hub = new TestRegister(database.dataSource(), keys);
        hub.open("hers", AMIRA);
        hub.open("mixed up", AMIRA);
        assertThat(hub.persons()).containsExactly(Set.of("hers", "mixed up"));
    }

    private Linked observe(String file, FieldValues now, boolean corrects, FieldValues... said) {
        Set<ByteBuffer> before = digests(saidLast);
        saidLast = said;
        return observe(file, now, new Former(corrects ? Set.of() : before, corrects ? before : Set.of()), said);
    }

    private Linked observe(String file, FieldValues now, Former former, FieldValues... said) {
        return hub.inTransaction(() -> hub.register.observe(List.of(new Observation(hub.file(file),
                hub.persona(file, TestRegister.SOURCE, now), digests(said), former, false)), TestRegister.EVERYBODY));
    }

    private Set<ByteBuffer> digests(FieldValues... said) {
        return Stream.of(said).map(one -> ByteBuffer.wrap(hub.cases.digest(one, "sonstige"))).collect(Collectors.toSet());
    }

    private long keysOf(String file) {
        return hub.jdbc.queryForObject("select count(*) from identity.blocking_key where case_id = ?", Long.class,
                hub.file(file));
    }

    private boolean sharesKeys() {
        return hub.jdbc.queryForObject("select exists (select key from identity.blocking_key where case_id = ? intersect "
                + "select key from identity.blocking_key where case_id = ?)", Boolean.class, hub.file("hers"),
                hub.file("mixed up"));
    }

    @Test
    void another_persons_data_count_no_longer_once_the_source_has_corrected_them() {
        Linked linked = observe("mixed up", BORIS, true, BORIS);

        assertThat(linked.moves()).hasSize(1);
        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("hers"), Set.of("mixed up"));
        assertThat(hub.count("identity.persona where retracted_at is not null")).isEqualTo(1);
        assertThat(keysOf("mixed up")).isPositive();
        assertThat(sharesKeys()).isFalse();
        assertThat(hub.count("identity.link_event where kind = 'PARTED'")).isEqualTo(1);
        hub.open("third", AMIRA);
        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("hers", "third"), Set.of("mixed up"));
    }

    @Test
    void so_they_do_when_the_row_of_a_snapshot_is_somebody_elses_altogether() {
        observe("mixed up", BORIS, false, BORIS);

        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("hers"), Set.of("mixed up"));
    }

    @Test
    void who_marries_is_found_by_the_old_name_also_where_the_source_calls_it_a_correction() {
        observe("mixed up", MARRIED, true, MARRIED);

        assertThat(hub.persons()).containsExactly(Set.of("hers", "mixed up"));
        assertThat(hub.count("identity.persona where retracted_at is not null")).isZero();
        hub.open("third", AMIRA);
        assertThat(hub.persons()).containsExactly(Set.of("hers", "mixed up", "third"));
    }

    @Test
    void what_another_record_of_the_file_still_says_counts_on() {
        observe("mixed up", BORIS, true, BORIS, AMIRA);

        assertThat(hub.persons()).containsExactly(Set.of("hers", "mixed up"));
        assertThat(hub.count("identity.persona where retracted_at is not null")).isZero();
    }

    @Test
    void a_birth_date_that_the_source_corrects_was_a_mistake() {
        observe("mixed up", NAMESAKE, true, NAMESAKE);

        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("hers"), Set.of("mixed up"));
    }

    @Test
    void one_that_merely_changes_is_in_doubt_and_a_person_is_asked() {
        observe("mixed up", NAMESAKE, false, NAMESAKE);
        assertThat(hub.persons()).containsExactly(Set.of("hers", "mixed up"));
        assertThat(hub.reviews()).containsEntry(Set.of("hers", "mixed up"), "OPEN");

        hub.open("third", AMIRA);
        assertThat(hub.reviews()).as("it waits also when the person is looked at anew")
                .containsEntry(Set.of("hers", "mixed up"), "OPEN");
        hub.decide("hers", "mixed up", false);
        assertThat(hub.person("hers")).isNotEqualTo(hub.person("mixed up"));
    }

    @Test
    void so_is_one_who_is_suddenly_a_generation_older() {
        observe("mixed up", NAMESAKE_OF_OLD, false, NAMESAKE_OF_OLD);

        assertThat(hub.persons()).containsExactly(Set.of("hers", "mixed up"));
        assertThat(hub.reviews()).containsEntry(Set.of("hers", "mixed up"), "OPEN");
    }

    @Test
    void nobody_is_asked_any_more_once_the_source_has_taken_that_back() {
        observe("mixed up", NAMESAKE, false, NAMESAKE);
        observe("mixed up", AMIRA, false, AMIRA);

        assertThat(hub.persons()).containsExactly(Set.of("hers", "mixed up"));
        assertThat(hub.reviews()).containsEntry(Set.of("hers", "mixed up"), "MOOT");
    }

    @Test
    void nor_once_it_has_corrected_that() {
        observe("mixed up", NAMESAKE, false, NAMESAKE);
        observe("mixed up", AMIRA, true, AMIRA);

        assertThat(hub.count("identity.persona where retracted_at is not null")).isEqualTo(1);
        assertThat(hub.persons()).containsExactly(Set.of("hers", "mixed up"));
        assertThat(hub.reviews()).containsEntry(Set.of("hers", "mixed up"), "MOOT");
    }

    @Test
    void a_mistake_that_is_said_again_counts_again() {
        observe("mixed up", BORIS, true, BORIS);
        observe("mixed up", AMIRA, true, AMIRA);

        assertThat(hub.persons()).containsExactly(Set.of("hers", "mixed up"));
        assertThat(sharesKeys()).isTrue();
        assertThat(hub.count("identity.persona where retracted_at is not null")).as("now it is Boris").isEqualTo(1);
    }

    @Test
    void who_was_renamed_stays_who_she_was_when_something_else_of_the_file_is_corrected() {
        observe("mixed up", RENAMED, false, RENAMED);
        observe("mixed up", RENAMED, new Former(Set.of(), digests(RENAMED)), RENAMED);

        assertThat(hub.persons()).containsExactly(Set.of("hers", "mixed up"));
        assertThat(hub.count("identity.persona where retracted_at is not null")).isZero();
        assertThat(hub.reviews()).as("it is asked as before").containsEntry(Set.of("hers", "mixed up"), "OPEN");
    }

    @Test
    void two_lawful_changes_one_after_the_other_make_nobody_somebody_else() {
        observe("mixed up", RENAMED, false, RENAMED);
        FieldValues renamedAndBornOtherwise = person("Zoe", "Testowski", "1984-02-09", HER);
        observe("mixed up", renamedAndBornOtherwise, false, renamedAndBornOtherwise);

        assertThat(hub.count("identity.persona where retracted_at is not null")).isZero();
    }

    @Test
    void what_a_file_says_is_compared_with_traits_of_an_older_normalisation() {
        hub.jdbc.update("update identity.persona set traits_version = 0, traits = '\\x00' where case_id = ?",
                hub.file("hers"));
        FieldValues moved = person("Amira", "Testowski", "1990-05-17", "person.sex", "w", "person.birth.place",
                "Musterdorf", "person.telephone", "05221 555999");
        hub.open("of another", BORIS);
        observe("mixed up", moved, false, moved);
        observe("mixed up", BORIS, false, moved, BORIS);
        observe("mixed up", moved, true, moved);

        assertThat(hub.count("identity.persona where retracted_at is not null")).as("Boris").isEqualTo(1);
        assertThat(hub.persons()).containsExactlyInAnyOrder(Set.of("hers", "mixed up"), Set.of("of another"));
    }

    @Test
    void what_people_decided_stands() {
        hub.decide("hers", "mixed up", true);
        observe("mixed up", BORIS, true, BORIS);

        assertThat(hub.persons()).containsExactly(Set.of("hers", "mixed up"));
    }
}
