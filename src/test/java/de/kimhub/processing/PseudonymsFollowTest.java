package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Decision;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.message.Checkpoints;
import de.kimhub.pseudonym.PersonChanges;
import de.kimhub.pseudonym.Pseudonym;
import de.kimhub.pseudonym.PseudonymChange;
import de.kimhub.pseudonym.Pseudonyms;
import de.kimhub.pseudonym.Rotations;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** However files are joined and parted: no two persons share a pseudonym, and who holds one learns of each change once. */
class PseudonymsFollowTest {

    private static final String DOMAIN = "fallarbeit";
    private static final int STEPS = 120;

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private final Deque<Long> events = new ArrayDeque<>();
    private final Set<Pseudonym> ended = new HashSet<>();
    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 50, Checkpoints.NONE, Set.of(), Map.of("pseudonym-domains.yaml", """
                domains:
                  - {name: fallarbeit, prefix: FRK, recipient: wohlfahrtsverband, purpose: case-management, legalBasis: nur für Tests,
                     mode: keyed, validity: P1Y, retention: P1Y}
                """));
        hub.bean(Rotations.class).create(DOMAIN);
        Exports awo = Exports.awo();
        for (int i = 0; i < 9; i++) {
            awo.entry("1" + i, "AWO-" + i, "fall_eroeffnet", List.of("Musterfrau", "Beispielov", "Testmann", "Probeler", "Vorlage",
                    "Erfunden", "Schablone", "Entwurf", "Gedacht").get(i), "Probe", "%02d.%02d.%d".formatted(5 + i, 2 + i, 1960 + 4 * i));
        }
        hub.give("awo", awo.toString());
        hub.run();
        assertThat(persons()).hasSize(9);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private Map<Long, Set<Long>> persons() {
        Map<Long, Set<Long>> persons = new TreeMap<>();
        hub.jdbc().sql("select person_id, id from identity.source_case").query((row, no) ->
                persons.computeIfAbsent(row.getLong(1), id -> new TreeSet<>()).add(row.getLong(2))).list();
        return persons;
    }

    private Map<Long, Pseudonym> pseudonyms(Set<Long> persons) {
        return hub.bean(Pseudonyms.class).of(DOMAIN, persons);
    }

    private long lastChange() {
        return hub.jdbc().sql("select coalesce(max(id), 0) from pseudonym.change").query(Long.class).single();
    }

    @Test
    void after_random_merges_and_splits_nobody_shares_a_pseudonym_and_who_held_one_is_told_once() {
        Random random = new Random(20261129);
        int merges = 0;
        int splits = 0;
        for (int i = 0; i < STEPS; i++) {
            Map<Long, Set<Long>> before = persons();
            Map<Long, Pseudonym> held = pseudonyms(before.keySet());
            long last = lastChange();
            step(random, before);
            Map<Long, Set<Long>> after = persons();
            List<PseudonymChange> told = hub.bean(PersonChanges.class).after(DOMAIN, last, 100);
            Map<Long, Pseudonym> now = pseudonyms(after.keySet());
            assertThat(lastChange()).as("asking changes nothing").isEqualTo(told.isEmpty() ? last : told.getLast().id());

            assertThat(now.values()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(ended);
            merges += assertMerged(before, after, held, now, told);
            splits += assertSplit(before, after, held, now, told);
            after.keySet().stream().filter(before::containsKey).forEach(person ->
                    assertThat(now.get(person)).as("who goes on keeps it").isEqualTo(held.get(person)));
        }
        assertThat(merges).isGreaterThan(10);
        assertThat(splits).isGreaterThan(10);
    }

    private int assertMerged(Map<Long, Set<Long>> before, Map<Long, Set<Long>> after, Map<Long, Pseudonym> held,
                             Map<Long, Pseudonym> now, List<PseudonymChange> told) {
        Set<Long> gone = new TreeSet<>(before.keySet());
        gone.removeAll(after.keySet());
        List<PseudonymChange> merged = told.stream().filter(one -> one.kind() == PseudonymChange.Kind.MERGED).toList();
        assertThat(merged).extracting(PseudonymChange::old).containsExactlyInAnyOrderElementsOf(gone.stream().map(held::get).toList());
        merged.forEach(one -> {
            assertThat(now.values()).contains(one.now());
            assertThat(hub.bean(Pseudonyms.class).current(one.old())).isEqualTo(one.now());
            ended.add(one.old());
        });
        return merged.size();
    }

    private int assertSplit(Map<Long, Set<Long>> before, Map<Long, Set<Long>> after, Map<Long, Pseudonym> held,
                            Map<Long, Pseudonym> now, List<PseudonymChange> told) {
        Set<Long> fresh = new TreeSet<>(after.keySet());
        fresh.removeAll(before.keySet());
        List<PseudonymChange> split = told.stream().filter(one -> one.kind() == PseudonymChange.Kind.SPLIT).toList();
        assertThat(split).extracting(PseudonymChange::now).containsExactlyInAnyOrderElementsOf(fresh.stream().map(now::get).toList());
        assertThat(split).allSatisfy(one -> assertThat(held.values()).contains(one.old()));
        return split.size();
    }

    @Test
    void what_is_rolled_back_tells_nobody() {
        Map<Long, Set<Long>> before = persons();
        Map<Long, Pseudonym> held = pseudonyms(before.keySet());
        List<Long> files = before.values().stream().flatMap(Set::stream).toList();
        hub.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            hub.bean(PersonRegister.class).decide(new Decision(files.get(0), files.get(1), true, "TEST", "pruefer"), ids -> Set.of());
            assertThat(lastChange()).isPositive();
            status.setRollbackOnly();
        });
        assertThat(hub.bean(PersonChanges.class).after(DOMAIN, 0, 10)).isEmpty();
        assertThat(pseudonyms(persons().keySet())).isEqualTo(held);
    }

    private void step(Random random, Map<Long, Set<Long>> persons) {
        PersonRegister register = hub.bean(PersonRegister.class);
        if (random.nextInt(4) == 0 && !events.isEmpty()) {
            take(() -> register.undo(events.pop(), "pruefer"), false);
            return;
        }
        List<Map.Entry<Long, Set<Long>>> all = List.copyOf(persons.entrySet());
        Map.Entry<Long, Set<Long>> one = all.get(random.nextInt(all.size()));
        List<Long> files = List.copyOf(one.getValue());
        if (random.nextBoolean() && files.size() > 1) {
            int part = 1 + random.nextInt(files.size() - 1);
            take(() -> register.split(one.getKey(), Set.copyOf(files.subList(0, part)), "TEST", "pruefer"), true);
        } else {
            List<Long> others = List.copyOf(all.get(random.nextInt(all.size())).getValue());
            long left = files.get(random.nextInt(files.size()));
            long right = others.get(random.nextInt(others.size()));
            if (left != right) {
                take(() -> register.decide(new Decision(left, right, true, "TEST", "pruefer"), ids -> Set.of()), true);
            }
        }
    }

    private void take(Supplier<Linked> change, boolean remember) {
        try {
            Linked linked = hub.bean(TransactionTemplate.class).execute(status -> change.get());
            if (remember && linked.event() != 0) {
                events.push(linked.event());
            }
        } catch (IllegalArgumentException decidedOtherwise) {
            // a decision that contradicts one that stands is refused
        }
    }
}
