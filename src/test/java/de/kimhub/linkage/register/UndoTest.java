package de.kimhub.linkage.register;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class UndoTest {

    /** Files whose numbers are this near are mixed up with each other, again and again. */
    private static final int NEAR = 7;
    private static final int STEPS = Integer.getInteger("linkage.steps", 1_000);

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path keys;

    @Test
    void a_thousand_merges_and_splits_all_undone_leave_the_persons_of_the_start_and_every_event() throws IOException {
        TestRegister hub = new TestRegister(database.dataSource(), keys);
        List<FieldValues> records = People.records(250, 2, 11);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            names.add("file " + i);
        }
        for (int from = 0; from < names.size(); from += 50) {
            Map<String, FieldValues> batch = new LinkedHashMap<>();
            for (int i = from; i < from + 50; i++) {
                batch.put(names.get(i), records.get(i));
            }
            hub.openAll(batch);
        }
        Set<Set<String>> start = hub.persons();
        Random random = new Random(3);
        List<Long> events = new ArrayList<>();
        List<Set<Set<String>>> states = new ArrayList<>();
        long before = hub.count("identity.link_event");

        while (events.size() < STEPS) {
            Set<Set<String>> state = hub.persons();
            long event = random.nextInt(2) > 0 ? merge(hub, names, random) : split(hub, state, random);
            if (event > 0) {
                events.add(event);
                states.add(state);
            }
        }
        assertThat(hub.persons()).isNotEqualTo(start);
        for (int i = events.size() - 1; i >= 0; i--) {
            hub.undo(events.get(i));
            assertThat(hub.persons().equals(states.get(i))).as("after undoing step %d", i).isTrue();
        }

        assertThat(hub.persons()).isEqualTo(start);
        assertThat(hub.count("identity.link_event")).isEqualTo(before + 2L * STEPS);
    }

    /** @return 0 when it contradicts what stands */
    private static long merge(TestRegister hub, List<String> names, Random random) {
        int at = random.nextInt(names.size());
        String left = names.get(at);
        String right = names.get((at + 1 + random.nextInt(NEAR)) % names.size());
        try {
            return hub.decide(left, right, random.nextInt(4) > 0).event();
        } catch (IllegalArgumentException contradiction) {
            return 0;
        }
    }

    private static long split(TestRegister hub, Set<Set<String>> persons, Random random) {
        List<Set<String>> greater = persons.stream().filter(person -> person.size() > 1).toList();
        if (greater.isEmpty()) {
            return 0;
        }
        List<String> person = List.copyOf(greater.get(random.nextInt(greater.size())));
        Linked split = hub.split(person.subList(0, 1 + random.nextInt(person.size() - 1)).toArray(String[]::new));
        return split.event();
    }
}
