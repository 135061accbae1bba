package de.kimhub.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.pseudonym.Epoch.State;
import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationsTest {

    /** In the test under load: {@code -Dpseudonym.people=100000} for a large installation. */
    private static final int PEOPLE = Integer.getInteger("pseudonym.people", 2_500);
    private static final Duration AFTER_GRACE = Duration.ofDays(95);

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path keys;
    private PseudonymWorld world;
    private Rotations rotations;

    @BeforeEach
    void open() {
        world = new PseudonymWorld(database, keys).withKeys();
        rotations = world.parts.rotations();
        LongStream.rangeClosed(1, 2_500).forEach(world.people::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eins", "drei"})
    void a_key_is_staged_then_primary_then_in_grace_and_at_last_destroyed(String domain) {
        Map<Long, Pseudonym> old = world.pseudonyms().of(domain, world.people);
        assertThat(rotations.stage(domain)).isEqualTo(2);
        assertThat(world.pseudonyms().of(domain, 17)).isEqualTo(old.get(17L));
        assertThatThrownBy(() -> rotations.stage(domain)).hasMessageContaining("HUB-PSN-015");

        assertThat(rotations.activate(domain)).isEqualTo(2);
        assertThat(world.pseudonyms().of(domain, 17).epoch()).isEqualTo(2);
        assertThat(world.pseudonyms().current(old.get(18L))).isEqualTo(old.get(18L));
        assertThatThrownBy(() -> rotations.retire(domain)).hasMessageContaining("HUB-PSN-018");

        world.people.remove(2_500L);
        MappingResult mapped = rotations.map(domain, world.persons()).getFirst();
        assertThat(mapped.mapped()).isEqualTo(2_499);
        assertThat(mapped.gone()).isEqualTo(1);
        Map<Long, Pseudonym> fresh = world.pseudonyms().of(domain, world.people);
        world.people.forEach(person -> assertThat(world.pseudonyms().current(old.get(person))).isEqualTo(fresh.get(person)));
        assertThat(rotations.map(domain, world.persons()).getFirst().digest()).isEqualTo(mapped.digest());

        world.clock.advance(AFTER_GRACE);
        assertThat(rotations.retire(domain)).isEqualTo(1);

        assertThat(keys.resolve("pseudonyms").resolve(domain).resolve("1.json")).doesNotExist();
        assertThatThrownBy(() -> world.pseudonyms().current(old.get(17L))).hasMessageContaining("HUB-PSN-031");
        assertThat(world.pseudonyms().of(domain, world.people)).isEqualTo(fresh);
        assertThat(rotations.status(domain)).extracting(status -> status.epoch().state()).containsExactly(State.PRIMARY);
        assertThatThrownBy(() -> rotations.retire(domain)).hasMessageContaining("HUB-PSN-017");
    }

    @Test
    void a_key_is_not_destroyed_while_its_mapping_is_missing_cut_short_or_changed() {
        world.pseudonyms().of("eins", world.people);
        rotations.stage("eins");
        rotations.activate("eins");
        world.clock.advance(AFTER_GRACE);
        assertThatThrownBy(() -> rotations.retire("eins")).hasMessageContaining("HUB-PSN-019");

        rotations.map("eins", world.persons());
        world.jdbc.update("update pseudonym.issued set next_body = body where epoch = 1 and body = "
                + "(select min(body) from pseudonym.issued where epoch = 1)");
        assertThatThrownBy(() -> rotations.retire("eins")).hasMessageContaining("HUB-PSN-019");

        world.jdbc.update("update pseudonym.issued set next_body = null, next_epoch = null "
                + "where epoch = 1 and next_body = body");
        assertThatThrownBy(() -> rotations.retire("eins")).hasMessageContaining("HUB-PSN-019");
        assertThat(keys.resolve("pseudonyms/eins/1.json")).exists();

        rotations.map("eins", world.persons());
        assertThat(rotations.retire("eins")).isEqualTo(1);
    }

    @Test
    void a_compromised_key_is_neither_used_nor_understood_from_one_moment_on() {
        Pseudonym old = world.pseudonyms().of("eins", 17);

        assertThat(rotations.replaceCompromised("eins")).isEqualTo(2);

        assertThatThrownBy(() -> world.pseudonyms().current(old)).hasMessageContaining("HUB-PSN-032");
        assertThat(world.pseudonyms().of("eins", 17).epoch()).isEqualTo(2);
        assertThat(rotations.map("eins", world.persons()).getFirst().mapped()).isEqualTo(1);
        assertThat(rotations.retire("eins")).isEqualTo(1);
    }

    /** It lay in the same folder, so whoever has the one has the other. */
    @Test
    void a_staged_key_is_not_what_replaces_a_compromised_one() throws java.io.IOException {
        Pseudonym old = world.pseudonyms().of("eins", 17);
        rotations.stage("eins");
        Path leftOver = keys.resolve("pseudonyms/eins/3.json");
        java.nio.file.Files.copy(keys.resolve("pseudonyms/eins/2.json"), leftOver);
        byte[] known = java.nio.file.Files.readAllBytes(leftOver);

        assertThat(rotations.replaceCompromised("eins")).isEqualTo(3);

        assertThat(keys.resolve("pseudonyms/eins/2.json")).doesNotExist();
        assertThat(java.nio.file.Files.readAllBytes(leftOver)).isNotEqualTo(known);
        assertThat(rotations.map("eins", world.persons()).getFirst().mapped()).isEqualTo(1);
        assertThat(world.pseudonyms().of("eins", 17).epoch()).isEqualTo(3);
        assertThatThrownBy(() -> world.pseudonyms().current(old)).hasMessageContaining("HUB-PSN-032");
        assertThat(rotations.retire("eins")).isEqualTo(1);
    }

    @Test
    void a_lost_staged_key_does_not_block_its_domain() throws java.io.IOException {
        Pseudonym old = world.pseudonyms().of("eins", 17);
        assertThatThrownBy(() -> rotations.discard("eins")).hasMessageContaining("HUB-PSN-014");
        rotations.stage("eins");
        java.nio.file.Files.delete(keys.resolve("pseudonyms/eins/2.json"));
        rotations = new PseudonymWorld(database, keys).parts.rotations();
        assertThatThrownBy(() -> rotations.activate("eins")).hasMessageContaining("HUB-KEY-004");
        assertThatThrownBy(() -> rotations.stage("eins")).hasMessageContaining("--discard");

        assertThat(rotations.discard("eins")).isEqualTo(2);
        assertThat(rotations.stage("eins")).isEqualTo(3);
        rotations.activate("eins");

        rotations.map("eins", world.persons());
        assertThat(world.pseudonyms().current(old)).isEqualTo(world.pseudonyms().of("eins", 17));
        assertThat(rotations.status("eins")).extracting(status -> status.epoch().no()).containsExactly(1, 3);
    }

    @Test
    void a_lost_key_that_is_replaced_does_not_hold_up_the_mapping_of_the_one_before() throws java.io.IOException {
        Pseudonym first = world.pseudonyms().of("eins", 17);
        rotations.stage("eins");
        rotations.activate("eins");
        Pseudonym second = world.pseudonyms().of("eins", 18);
        java.nio.file.Files.delete(keys.resolve("pseudonyms/eins/2.json"));
        PseudonymWorld restarted = new PseudonymWorld(database, keys);

        restarted.parts.rotations().replaceCompromised("eins");
        restarted.parts.rotations().map("eins", world.persons());

        assertThat(restarted.pseudonyms().current(first)).isEqualTo(restarted.pseudonyms().of("eins", 17));
        assertThatThrownBy(() -> restarted.pseudonyms().current(second)).hasMessageContaining("HUB-PSN-032");
    }

    /** Never the one that somebody else can make as well. */
    @Test
    void what_leads_to_a_compromised_key_only_leads_nowhere_until_it_is_mapped_on() {
        Pseudonym first = world.pseudonyms().of("eins", 17);
        rotations.stage("eins");
        rotations.activate("eins");
        rotations.map("eins", world.persons());
        rotations.replaceCompromised("eins");
        assertThatThrownBy(() -> world.pseudonyms().current(first)).hasMessageContaining("HUB-PSN-032");

        rotations.map("eins", world.persons());
        assertThat(world.pseudonyms().current(first)).isEqualTo(world.pseudonyms().of("eins", 17));
    }

    @Test
    void pseudonyms_of_two_keys_ago_lead_to_the_one_of_today() {
        Pseudonym first = world.pseudonyms().of("eins", 17);
        for (int i = 0; i < 2; i++) {
            rotations.stage("eins");
            rotations.activate("eins");
            rotations.map("eins", world.persons());
        }
        assertThat(world.pseudonyms().current(first)).isEqualTo(world.pseudonyms().of("eins", 17));
        assertThat(world.pseudonyms().of("eins", 17).epoch()).isEqualTo(3);
    }

    @Test
    void keys_are_due_by_the_calendar() {
        assertThat(rotations.status("eins").getFirst().due()).isFalse();
        world.clock.advance(Duration.ofDays(367));
        assertThat(rotations.status("eins").getFirst().due()).isTrue();
        assertThatThrownBy(() -> rotations.create("eins")).hasMessageContaining("HUB-PSN-012");
        assertThatThrownBy(() -> rotations.create("kurz")).hasMessageContaining("HUB-PSN-021");
        assertThatThrownBy(() -> rotations.activate("eins")).hasMessageContaining("HUB-PSN-014");
    }

    /** A copy of the key on another node outlives its destruction here: it is shown there, and destroyed there. */
    @Test
    void a_destroyed_keys_copy_on_another_node_is_found() throws java.io.IOException {
        Path file = keys.resolve("pseudonyms/eins/1.json");
        byte[] copy = java.nio.file.Files.readAllBytes(file);
        rotations.replaceCompromised("eins");
        rotations.map("eins", world.persons());
        rotations.retire("eins");
        java.nio.file.Files.write(file, copy);

        assertThat(rotations.status("eins").getFirst()).satisfies(status -> assertThat(status.due()).isTrue());
        assertThat(rotations.retire("eins")).isEqualTo(1);
        assertThat(file).doesNotExist();
    }

    /**
     * While keys are changed three times, two nodes give and read pseudonyms: each answer is the person's, is of the
     * epoch that was primary when it was committed, and leads to the person's pseudonym of today ever after.
     */
    @Test
    void nobody_gets_a_wrong_or_missing_pseudonym_while_keys_are_changed() throws Exception {
        PseudonymWorld otherNode = new PseudonymWorld(database, keys);
        LongStream.rangeClosed(2_501, PEOPLE).forEach(world.people::add);
        for (long first = 1; first <= PEOPLE; first += 500) {
            world.pseudonyms().of("eins", LongStream.range(first, Math.min(first + 500, PEOPLE + 1)).boxed().toList());
        }
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong asked = new AtomicLong();
        Map<Pseudonym, Long> personOf = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> work = new java.util.ArrayList<>();
            for (int i = 0; i < 4; i++) {
                PseudonymWorld node = i % 2 == 0 ? world : otherNode;
                work.add(threads.submit(() -> {
                    while (!over.get()) {
                        ask(node, personOf);
                        asked.incrementAndGet();
                    }
                }));
            }
            for (int round = 0; round < 3; round++) {
                long before = asked.get();
                rotations.stage("eins");
                await(asked, before + 30);
                rotations.activate("eins");
                await(asked, before + 60);
                rotations.map("eins", world.persons());
                await(asked, before + 90);
            }
            over.set(true);
            for (Future<?> one : work) {
                one.get();
            }
        }
        rotations.map("eins", world.persons());

        Map<Long, Pseudonym> today = world.pseudonyms().of("eins", Set.copyOf(personOf.values()));
        assertThat(today.values()).allSatisfy(pseudonym -> assertThat(pseudonym.epoch()).isEqualTo(4));
        personOf.forEach((pseudonym, person) ->
                assertThat(world.pseudonyms().current(pseudonym)).isEqualTo(today.get(person)));
        assertThat(personOf.keySet().stream().map(Pseudonym::epoch)).contains(1, 2, 3, 4);
        assertThat(new HashMap<>(today).values().stream().distinct().count()).isEqualTo(today.size());
    }

    private static void ask(PseudonymWorld node, Map<Pseudonym, Long> personOf) {
        List<Long> some = ThreadLocalRandom.current().longs(5, 1, PEOPLE + 1).distinct().boxed().toList();
        node.transactions.executeWithoutResult(status -> {
            Map<Long, Pseudonym> answer = node.pseudonyms().of("eins", some);
            assertThat(answer.keySet()).containsExactlyInAnyOrderElementsOf(some);
            int primary = node.jdbc.queryForObject("select epoch from pseudonym.epoch where domain = 'eins' and state = 1",
                    Integer.class);
            answer.forEach((person, pseudonym) -> {
                assertThat(pseudonym.epoch()).isEqualTo(primary);
                Long other = personOf.putIfAbsent(pseudonym, person);
                assertThat(other == null || other.equals(person)).isTrue();
            });
        });
    }

    private static void await(AtomicLong counter, long value) throws InterruptedException {
        while (counter.get() < value) {
            Thread.sleep(5);
        }
    }
}
