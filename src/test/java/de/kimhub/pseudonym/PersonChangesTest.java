package de.kimhub.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.pseudonym.PseudonymChange.Kind;
import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PersonChangesTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path keys;
    private PseudonymWorld world;
    private PersonChanges changes;

    @BeforeEach
    void open() {
        world = new PseudonymWorld(database, keys).withKeys();
        changes = world.parts.changes();
        world.people.addAll(List.of(1L, 2L, 3L));
    }

    @Test
    void after_a_merge_the_survivor_keeps_its_pseudonym_and_the_other_leads_to_it() {
        Pseudonym stays = world.pseudonyms().of("eins", 1);
        Pseudonym goes = world.pseudonyms().of("eins", 2);
        world.pseudonyms().of("zwei", 1);
        Pseudonym counted = world.pseudonyms().of("zwei", 2);
        Pseudonym onlyOther = world.pseudonyms().of("drei", 2);
        Pseudonym token = world.parts.tokens().issue("kurz", 2);

        changes.merged(1, 2);

        assertThat(world.pseudonyms().of("eins", 1)).isEqualTo(stays);
        assertThat(world.pseudonyms().current(goes)).isEqualTo(stays);
        assertThat(changes.after("eins", 0, 10)).extracting(PseudonymChange::kind, PseudonymChange::old, PseudonymChange::now)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.MERGED, goes, stays));
        assertThat(world.pseudonyms().current(counted)).isEqualTo(world.pseudonyms().of("zwei", 1));
        assertThat(changes.after("zwei", 0, 10)).as("statistics").isEmpty();
        assertThat(world.pseudonyms().current(onlyOther)).isEqualTo(world.pseudonyms().of("drei", 1));
        assertThat(world.pseudonyms().person(onlyOther, world.persons())).isEqualTo(1);
        assertThat(world.redeem(token)).isEqualTo(1);
    }

    @Test
    void tombstones_of_tombstones_lead_to_who_is_left() {
        Pseudonym first = world.pseudonyms().of("eins", 3);
        world.pseudonyms().of("eins", List.of(1L, 2L));
        changes.merged(2, 3);
        changes.merged(1, 2);
        assertThat(world.pseudonyms().current(first)).isEqualTo(world.pseudonyms().of("eins", 1));
    }

    /** Also when the register takes the merge back and the person has its old number again. */
    @Test
    void a_tombstone_is_never_given_to_anybody_again() {
        for (String domain : List.of("eins", "drei")) {
            Pseudonym stays = world.pseudonyms().of(domain, 1);
            Pseudonym goes = world.pseudonyms().of(domain, 2);
            changes.merged(1, 2);

            changes.split(1, List.of(2L));

            Pseudonym fresh = world.pseudonyms().of(domain, 2);
            assertThat(fresh).isNotIn(stays, goes);
            assertThat(world.pseudonyms().current(goes)).isEqualTo(stays);
            assertThat(world.pseudonyms().person(fresh, world.persons())).isEqualTo(2);
            assertThat(changes.after(domain, 0, 10)).extracting(PseudonymChange::kind, PseudonymChange::old,
                    PseudonymChange::now).containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.MERGED, goes, stays),
                    org.assertj.core.groups.Tuple.tuple(Kind.SPLIT, stays, fresh));
            changes.merged(1, 2);
            changes.split(1, List.of(2L));
            assertThat(world.pseudonyms().of(domain, 2)).isNotIn(stays, goes, fresh);
            assertThat(changes.after(domain, changes.after(domain, 0, 2).getLast().id(), 10)).hasSize(2);
        }
    }

    @Test
    void who_holds_a_pseudonym_of_the_former_key_is_told_as_well() {
        Pseudonym held = world.pseudonyms().of("eins", 1);
        world.parts.rotations().stage("eins");
        world.parts.rotations().activate("eins");
        Pseudonym token = world.parts.tokens().issue("kurz", 1);

        changes.split(1, List.of(2L));

        assertThat(changes.after("eins", 0, 10)).extracting(PseudonymChange::old, PseudonymChange::now)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(held, world.pseudonyms().of("eins", 2)));
        assertThatThrownBy(() -> world.redeem(token)).hasMessageContaining("HUB-PSN-033");
    }

    @Test
    void a_merge_does_not_disturb_a_mapping() {
        world.pseudonyms().of("eins", List.of(1L, 2L, 3L));
        Pseudonym goes = world.pseudonyms().of("eins", 2);
        world.parts.rotations().stage("eins");
        world.parts.rotations().activate("eins");
        world.parts.rotations().map("eins", world.persons());

        changes.merged(1, 2);

        assertThat(world.pseudonyms().current(goes)).isEqualTo(world.pseudonyms().of("eins", 1));
        world.clock.advance(java.time.Duration.ofDays(95));
        assertThat(world.parts.rotations().retire("eins")).isEqualTo(1);
    }

    @Test
    void a_compromised_key_makes_nothing_more_and_nobody_is_told_of_its_pseudonyms() {
        Pseudonym held = world.pseudonyms().of("eins", 2);
        world.parts.rotations().replaceCompromised("eins");

        changes.merged(1, 2);
        changes.split(2, List.of(3L));

        assertThat(world.jdbc.queryForList("select body from pseudonym.issued", String.class)).containsExactly(held.body());
        assertThat(changes.after("eins", 0, 10)).isEmpty();
    }

    /** Merging goes on where it is decided, also on a node that lacks a key. */
    @Test
    void where_a_key_is_not_here_persons_are_merged_and_split_all_the_same() throws java.io.IOException {
        Pseudonym onlyOther = world.pseudonyms().of("eins", 2);
        Pseudonym stays = world.pseudonyms().of("drei", 1);
        Pseudonym goes = world.pseudonyms().of("drei", 2);
        java.nio.file.Files.delete(keys.resolve("pseudonyms/eins/1.json"));
        java.nio.file.Files.delete(keys.resolve("pseudonyms/drei/1.json"));
        PseudonymWorld restarted = new PseudonymWorld(database, keys);

        restarted.parts.changes().merged(1, 2);
        restarted.parts.changes().split(1, List.of(3L));

        assertThat(restarted.pseudonyms().current(onlyOther)).isEqualTo(onlyOther);
        assertThat(restarted.pseudonyms().current(goes)).as("both have one: no key is needed").isEqualTo(stays);
        assertThat(changes.after("drei", 0, 10)).extracting(PseudonymChange::kind).containsExactly(Kind.MERGED);
    }

    @Test
    void whoever_has_no_pseudonym_is_not_given_one_by_a_change() {
        changes.merged(1, 2);
        changes.split(1, List.of(2L));
        assertThat(world.jdbc.queryForObject("select count(*) from pseudonym.issued", Long.class)).isZero();
        assertThat(changes.after("eins", 0, 10)).isEmpty();
    }
}
