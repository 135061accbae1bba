package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Decision;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** However files were joined and parted: all of it undone, everybody holds what they held ({@code -Dmoves.steps=1000}). */
class MovesUndoneTest {

    private static final int PEOPLE = 6;
    private static final int STEPS = Integer.getInteger("moves.steps", 200);

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private final Deque<Long> events = new ArrayDeque<>();
    private TestHub hub;

    /** Everybody has a file at the Jobcenter and one at AWO; every second one also at Caritas. */
    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 50);
        Exports awo = Exports.awo();
        Exports caritas = Exports.awo();
        for (int i = 0; i < PEOPLE; i++) {
            consent(awo, "AWO-" + i, i);
            if (i % 2 == 0) {
                consent(caritas, "CAR-" + i, i);
            }
        }
        hub.give("caritas", caritas.toString());
        hub.run();
        hub.give("jobcenter", stock(false));
        hub.run();
        hub.give("awo", awo.toString());
        hub.run();
        hub.give("jobcenter", stock(false));
        hub.run();
        hub.give("jobcenter", stock(true));
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private static String family(int person) {
        return List.of("Musterfrau", "Beispielov", "Testmann", "Probeler", "Vorlage", "Erfunden").get(person);
    }

    private static String birth(int person) {
        return "%02d.%02d.%d".formatted(5 + person, 2 + person, 1970 + 4 * person);
    }

    private static void consent(Exports export, String number, int person) {
        export.entry("1" + person, number, "fall_eroeffnet", family(person), "Probe", birth(person))
                .consent("2" + person, number, family(person), "Probe", birth(person), "AZ_STELLEN", "jobcenter",
                        "AZ_NUMMERN", "B" + person);
    }

    private static String stock(boolean measures) {
        Exports export = Exports.jobcenter();
        for (int i = 0; i < PEOPLE; i++) {
            export.person("B" + i, family(i), "Probe", birth(i), measures
                    ? new String[] {"Maßnahme", "Kurs " + i, "Eintritt", "01.03.2026"} : new String[0]);
        }
        return export.toString();
    }

    /** What the tool has after all that it was given, by its own file number. */
    private Map<String, List<String>> held(String tool) {
        Map<String, String[]> byId = new HashMap<>();
        Map<String, List<String>> held = new TreeMap<>();
        for (String line : hub.lines(tool)) {
            String[] cells = line.split(";", -1);
            String[] replaced = byId.remove(cells[13]);
            if (!cells[13].isEmpty()) {
                assertThat(replaced).as("takes back what is there: " + line).isNotNull();
                assertThat(cells[0]).as("under the number that it was given under").isEqualTo(replaced[0]);
            }
            if (!cells[2].equals("storno")) {
                byId.put(cells[12], cells);
            }
        }
        byId.values().forEach(cells -> held.computeIfAbsent(cells[0], number -> new ArrayList<>()).add(cells[6]));
        return held;
    }

    private Map<Long, Set<Long>> persons() {
        Map<Long, Set<Long>> persons = new TreeMap<>();
        hub.jdbc().sql("select person_id, id from identity.source_case").query((row, no) ->
                persons.computeIfAbsent(row.getLong(1), id -> new TreeSet<>()).add(row.getLong(2))).list();
        return persons;
    }

    private void take(TestHub node, Supplier<Linked> change) {
        try {
            Linked linked = node.bean(TransactionTemplate.class).execute(status -> change.get());
            if (linked.event() != 0) {
                events.push(linked.event());
            }
        } catch (IllegalArgumentException decidedOtherwise) {
            // a decision that contradicts one that stands is refused
        }
    }

    private void step(TestHub node, Random random) {
        if (random.nextInt(3) == 0 && !events.isEmpty()) {
            undoLast(node);
            return;
        }
        PersonRegister register = node.bean(PersonRegister.class);
        List<Map.Entry<Long, Set<Long>>> persons = List.copyOf(persons().entrySet());
        Map.Entry<Long, Set<Long>> one = persons.get(random.nextInt(persons.size()));
        List<Long> files = List.copyOf(one.getValue());
        if (random.nextBoolean() && files.size() > 1) {
            int part = 1 + random.nextInt(files.size() - 1);
            take(node, () -> register.split(one.getKey(), Set.copyOf(files.subList(0, part)), "TEST", "pruefer"));
        } else {
            List<Long> others = List.copyOf(persons.get(random.nextInt(persons.size())).getValue());
            long left = files.get(random.nextInt(files.size()));
            long right = others.get(random.nextInt(others.size()));
            if (left != right) {
                take(node, () -> register.decide(new Decision(left, right, true, "TEST", "pruefer"), ids -> Set.of()));
            }
        }
    }

    private void undoAll(TestHub node) {
        while (!events.isEmpty()) {
            undoLast(node);
        }
    }

    private void undoLast(TestHub node) {
        long event = events.pop();
        node.bean(TransactionTemplate.class).executeWithoutResult(status ->
                node.bean(PersonRegister.class).undo(event, "pruefer"));
    }

    @Test
    void random_joins_and_splits_undone_leave_everybody_with_what_they_had() {
        Map<String, List<String>> awo = held("awo");
        Map<String, List<String>> caritas = held("caritas");
        Set<Set<Long>> people = Set.copyOf(persons().values());
        assertThat(awo).hasSize(PEOPLE);
        assertThat(caritas).hasSize(PEOPLE / 2);
        Random random = new Random(20261128);

        for (int i = 0; i < STEPS; i++) {
            step(hub, random);
            if (random.nextInt(6) == 0) {
                hub.run();
            }
        }
        assertThat(hub.lines("awo")).hasSizeGreaterThan(2 * PEOPLE);
        undoAll(hub);
        hub.run();

        assertThat(Set.copyOf(persons().values())).isEqualTo(people);
        assertThat(held("awo")).isEqualTo(awo);
        assertThat(held("caritas")).isEqualTo(caritas);
    }

    @Test
    void the_same_while_another_node_delivers() throws Exception {
        Map<String, List<String>> awo = held("awo");
        Map<String, List<String>> caritas = held("caritas");
        AtomicBoolean done = new AtomicBoolean();
        try (TestHub other = new TestHub(database, folder, 50)) {
            CompletableFuture<Void> moves = CompletableFuture.runAsync(() -> {
                Random random = new Random(4711);
                for (int i = 0; i < STEPS / 2; i++) {
                    step(other, random);
                }
                undoAll(other);
            }).whenComplete((nothing, failure) -> done.set(true));
            while (!done.get()) {
                hub.run();
            }
            moves.get(60 + STEPS, TimeUnit.SECONDS);
        }
        hub.run();

        assertThat(held("awo")).isEqualTo(awo);
        assertThat(held("caritas")).isEqualTo(caritas);
    }
}
