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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The persons are a function of the set of files: neither order nor batches make a difference. */
class RegisterPropertiesTest {

    private static final int PEOPLE = 60;
    private static final int VARIANTS = 4;

    @RegisterExtension
    static final Database DATABASE = new Database();

    private static Path keys;

    @BeforeAll
    static void makeKeys() throws IOException {
        keys = Files.createTempDirectory("keys");
    }

    @RepeatedTest(8)
    void the_same_records_in_any_order_and_batch_size_give_the_same_persons(RepetitionInfo repetition)
            throws IOException {
        long seed = repetition.getCurrentRepetition();
        List<FieldValues> records = People.records(PEOPLE, VARIANTS, seed);
        Set<Set<String>> inOrder = persons(records, 1_000, null);

        assertThat(inOrder).hasSizeBetween(PEOPLE, PEOPLE * VARIANTS);
        for (int batch : new int[] {1, 3, 50}) {
            Set<Set<String>> shuffled = persons(records, batch, new Random(seed * 100 + batch));
            assertThat(shuffled).as("seed %d, batches of %d", seed, batch).isEqualTo(inOrder);
        }
    }

    private static Set<Set<String>> persons(List<FieldValues> records, int batch, Random random) throws IOException {
        Crowd crowd = new Crowd(DATABASE.dataSource(), keys);
        crowd.clear();
        List<Integer> all = new ArrayList<>(IntStream.range(0, records.size()).boxed().toList());
        if (random != null) {
            Collections.shuffle(all, random);
        }
        crowd.open(records, all, batch);
        return crowd.persons();
    }
}
