package de.kimhub.linkage.register;

import static de.kimhub.linkage.register.TestRegister.person;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A register that was filled without comparing anybody is as one in which everybody was opened. */
class SeedingTest {

    /** More than may share a key: they live in one house. */
    private static final int PEOPLE = 430;
    private static final int SECOND_FILE = 20;

    /** What must be equal, with files by their digests. */
    private static final Map<String, String> STATE = Map.of(
            "keys", "select encode(s.case_digest, 'hex') || ' ' || b.key from identity.blocking_key b"
                    + " join identity.source_case s on s.id = b.case_id",
            "crowded keys", "select key || pass || depth || finest from identity.crowded_key",
            "personas", "select encode(s.case_digest, 'hex') || encode(p.digest, 'hex') || p.traits_version || p.authority"
                    + " from identity.persona p join identity.source_case s on s.id = p.case_id",
            "persons", "select string_agg(encode(case_digest, 'hex'), ' ' order by case_digest) from identity.source_case"
                    + " group by person_id",
            "number of persons", "select count(*)::text from identity.person",
            "pairs", "select encode(least(l.case_digest, r.case_digest), 'hex') || encode(greatest(l.case_digest,"
                    + " r.case_digest), 'hex') || band || bits || caps::text || model from identity.pair"
                    + " join identity.source_case l on l.id = left_case join identity.source_case r on r.id = right_case",
            "reviews", "select state from identity.review",
            "events", "select e.actor || e.kind || e.model || encode(s.case_digest, 'hex') || encode(b.case_digest, 'hex')"
                    + " || (e.from_person = '{0}') || (e.to_person = array[s.person_id]) || (e.beside_person = array[s.person_id])"
                    + " || (e.explanation is not null) from identity.link_event e"
                    + " join identity.source_case s on array[s.id] = e.cases join identity.source_case b on array[b.id] = e.beside",
            "indexes", "select indexdef from pg_indexes where tablename = 'blocking_key'",
            "constraints", "select conname || pg_get_constraintdef(oid) from pg_constraint"
                    + " where conrelid = 'identity.blocking_key'::regclass");

    @RegisterExtension
    final Database one = new Database();

    @RegisterExtension
    final Database other = new Database();

    @TempDir
    Path keys;

    @Test
    void it_is_left_as_opening_everybody_leaves_it_and_goes_on_alike() throws IOException {
        TestRegister opened = new TestRegister(one.dataSource(), keys);
        TestRegister seeded = new TestRegister(other.dataSource(), keys);
        openAll(opened);
        seedAll(seeded);
        assertThat(opened.count("identity.review")).as("nobody is so much like another that somebody had to look").isZero();
        assertThat(opened.jdbc.queryForList("select max(depth) from identity.crowded_key", Integer.class)).containsExactly(3);
        assertAlike(seeded, opened);

        for (TestRegister hub : List.of(opened, seeded)) {
            hub.open("third", 3, inhabitant(40), null, TestRegister.EVERYBODY);
            hub.open("stranger", 3, inhabitant(PEOPLE), null, TestRegister.EVERYBODY);
        }
        assertAlike(seeded, opened);
        assertThat(opened.person("third")).isNotEqualTo(opened.person("stranger"));
    }

    private static void assertAlike(TestRegister seeded, TestRegister opened) {
        STATE.forEach((what, sql) -> assertThat(seeded.jdbc.queryForList(sql, String.class)).as(what)
                .containsExactlyInAnyOrderElementsOf(opened.jdbc.queryForList(sql, String.class)));
    }

    private static void openAll(TestRegister hub) {
        Map<String, FieldValues> batch = new LinkedHashMap<>();
        for (int i = 0; i < PEOPLE; i++) {
            batch.put("file " + i, inhabitant(i));
            if (batch.size() == 60 || i == PEOPLE - 1) {
                hub.openAll(batch);
                batch.clear();
            }
        }
        for (int i = 0; i < PEOPLE; i += SECOND_FILE) {
            hub.open("second " + i, 2, inhabitant(i), null, TestRegister.EVERYBODY);
        }
    }

    private static void seedAll(TestRegister hub) {
        Seeding seeding = Registers.seeding(hub.jdbc, hub.vault);
        Scorer scorer = new Scorer(LinkageModel.shipped(), CountedPopulation.of(20_000, List.of()));
        List<List<NewFile>> persons = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            List<NewFile> files = new ArrayList<>(List.of(file(hub, "file " + i, 1, i)));
            if (i % SECOND_FILE == 0) {
                files.add(file(hub, "second " + i, 2, i));
            }
            persons.add(files);
        }
        hub.inTransaction(() -> {
            seeding.begin();
            return null;
        });
        int files = hub.inTransaction(() -> seeding.add(persons.subList(0, 200), scorer))
                + hub.inTransaction(() -> seeding.add(persons.subList(200, PEOPLE), scorer));
        hub.inTransaction(() -> {
            seeding.end();
            return null;
        });
        assertThat(files).isEqualTo(PEOPLE + (PEOPLE + SECOND_FILE - 1) / SECOND_FILE);
    }

    private static NewFile file(TestRegister hub, String name, int source, int inhabitant) {
        return new NewFile(hub.cases.newCaseNumbers(1).getFirst(), name, hub.persona(name, source, inhabitant(inhabitant)), null);
    }

    private static FieldValues inhabitant(int i) {
        return person(name(i), name(PEOPLE - i) + "berg", "%d-%02d-%02d".formatted(1950 + i % 50, 1 + i % 12, 2 + i % 26),
                "person.sex", i % 2 == 0 ? "w" : "m", "person.addresses.main.street", "Probeweg",
                "person.addresses.main.houseNumber", "1", "person.addresses.main.postalCode", "32049",
                "person.addresses.main.town", "Probehausen");
    }

    private static String name(int i) {
        return List.of("Bor", "Cel", "Dag", "Gun", "Kam", "Lor", "Mik", "Nad", "Pet", "Rut", "Stef", "Tib", "Vik", "Zar")
                .get(i % 14) + List.of("aku", "elmi", "ofra", "ulza", "inga").get(i / 14 % 5)
                + List.of("ban", "dor", "fis", "gul", "kem", "lop", "tis").get(i / 70 % 7);
    }
}
