package de.kimhub.linkage.register;

import static de.kimhub.linkage.register.TestRegister.person;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.blocking.BlockingKeys;
import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RefinementTest {

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path keys;

    @Test
    void of_a_crowded_key_files_have_the_finer_ones_and_are_found_by_them_before_and_after() throws IOException {
        TestRegister hub = new TestRegister(database.dataSource(), keys);
        hub.open("before", amira("1990-05-17"));
        for (int batch = 0; batch < 5; batch++) {
            hub.openAll(crowd(batch * 100, 100));
        }
        hub.open("after", amira("1990-05-17"));

        assertThat(hub.person("after")).isEqualTo(hub.person("before"));
        assertThat(hub.jdbc.queryForList("select distinct pass from identity.crowded_key", String.class)).contains("part");
        assertThat(hub.jdbc.queryForList("select key from identity.blocking_key group by key having count(*) > "
                + BlockingKeys.MOST_FILES, Long.class)).as("keys that more files share than may").isEmpty();
        assertThat(hub.count("(select key from identity.blocking_key k where exists (select 1 from identity.crowded_key c"
                + " where c.key = k.key and not finest)) crowded")).isZero();
    }

    @Test
    void a_key_that_cannot_be_refined_is_reported_and_its_files_are_still_found() throws IOException {
        TestRegister hub = new TestRegister(database.dataSource(), keys);
        Map<String, FieldValues> many = new LinkedHashMap<>();
        for (int i = 0; i < 410; i++) {
            many.put("file " + i, person("G" + given(i), given(409 - i) + "mann",
                    "%d-%02d-%02d".formatted(1950 + i % 50, 1 + i % 12, 1 + i % 28), "person.email", "post@example.invalid"));
        }
        hub.openAll(many);
        hub.open("other", person("Gustav", "Ganzanders", null, "person.email", "post@example.invalid"));

        assertThat(hub.jdbc.queryForList("select pass from identity.crowded_key where finest", String.class))
                .contains("email");
        long key = hub.jdbc.queryForObject("select key from identity.crowded_key where finest and pass = 'email'", Long.class);
        assertThat(hub.jdbc.queryForList("select case_id from identity.blocking_key where key = " + key, Long.class))
                .contains(hub.file("other")).hasSize(411);
    }

    private static FieldValues amira(String birth) {
        return person("Amira", "Testowski", birth, "person.sex", "w", "person.birth.place", "Musterdorf");
    }

    /** All of one family name, born in one year, men and women. */
    private static Map<String, FieldValues> crowd(int from, int count) {
        Map<String, FieldValues> crowd = new LinkedHashMap<>();
        for (int i = from; i < from + count; i++) {
            crowd.put("file " + i, person(given(i), "Testowski", "1990-%02d-%02d".formatted(1 + i % 12, 2 + i % 26),
                    "person.sex", i % 2 == 0 ? "w" : "m"));
        }
        return crowd;
    }

    private static String given(int i) {
        return List.of("Bor", "Cel", "Dag", "Gun", "Kam", "Lor", "Mik", "Nad", "Pet", "Rut", "Sol", "Tib", "Vik", "Zar")
                .get(i % 14) + List.of("aku", "elmi", "ofra", "ulza", "inga").get(i / 14 % 5)
                + List.of("ban", "dor", "fis", "gul", "kem", "lop", "tis").get(i / 70 % 7);
    }

    @Test
    void a_key_may_become_crowded_within_one_batch() throws IOException {
        TestRegister hub = new TestRegister(database.dataSource(), keys);
        Map<String, FieldValues> batch = new LinkedHashMap<>(crowd(0, 450));
        batch.put("twice", amira("1990-05-17"));
        hub.openAll(batch);
        hub.open("again", amira("1990-05-17"));

        assertThat(hub.persons()).contains(Set.of("twice", "again"));
    }
}
