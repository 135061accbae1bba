package de.kimhub.linkage.register;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The persons are a function of the set of files: neither order nor batches make a difference. More of it:
 * {@code -Dlinkage.property.people=300 -Dlinkage.property.orders=20}.
 */
class RegisterPropertiesTest {

    private static final int MOST_PEOPLE = Integer.getInteger("linkage.property.people", 40);
    private static final int ORDERS = Integer.getInteger("linkage.property.orders", 2);

    private static final Database DATABASE = new Database();
    private static Path keys;

    @BeforeContainer
    static void start() throws IOException {
        DATABASE.start();
        keys = Files.createTempDirectory("keys");
    }

    @AfterContainer
    static void stop() {
        DATABASE.stop();
    }

    @Provide
    Arbitrary<Integer> people() {
        return Arbitraries.integers().between(2, MOST_PEOPLE);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.BOUNDED)
    void the_same_records_in_any_order_and_batch_size_give_the_same_persons(@ForAll("people") int people,
            @ForAll @IntRange(min = 1, max = 5) int variants, @ForAll @IntRange(min = 1, max = 60) int batch,
            @ForAll long seed) throws IOException {
        List<FieldValues> records = People.records(people, variants, seed);
        List<Integer> order = new ArrayList<>(IntStream.range(0, records.size()).boxed().toList());
        Set<Set<String>> atOnce = persons(records, order, records.size());

        assertThat(atOnce).hasSizeBetween(1, records.size());
        Random random = new Random(seed);
        for (int i = 0; i < ORDERS; i++) {
            Collections.shuffle(order, random);
            assertThat(persons(records, order, batch)).isEqualTo(atOnce);
        }
    }

    private static Set<Set<String>> persons(List<FieldValues> records, List<Integer> order, int batch) throws IOException {
        Crowd crowd = new Crowd(DATABASE.dataSource(), keys);
        crowd.clear();
        crowd.open(records, order, batch);
        return crowd.persons();
    }
}
