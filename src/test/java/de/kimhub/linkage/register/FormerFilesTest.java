package de.kimhub.linkage.register;

import static de.kimhub.linkage.register.TestRegister.person;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.LinkageDecision.Match;
import de.kimhub.linkage.SourceCases.NewCase;
import de.kimhub.linkage.blocking.BlockingKeys;
import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FormerFilesTest {

    private static final FieldValues AMIRA = person("Amira", "Testowski", "1990-05-17", "person.sex", "w",
            "person.birth.place", "Musterdorf");

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path keys;

    @Test
    void files_from_before_keep_their_names_and_are_found() throws IOException {
        TestRegister hub = new TestRegister(database.dataSource(), keys);
        long person = hub.cases.newPersons(1).getFirst();
        hub.cases.insert(List.of(new NewCase(hub.cases.newCaseNumbers(1).getFirst(), 1, new byte[] {1}, "A-1", person,
                hub.vault.encrypt(AMIRA.encode(), "persona"))));

        hub.catchUp().run();

        assertThat(hub.ask(1, AMIRA, TestRegister.EVERYBODY)).isInstanceOf(Match.class);
        assertThat(FieldValues.decode(hub.vault.decrypt(hub.jdbc.queryForObject(
                "select content from identity.persona", byte[].class), PersonaTable.CONTENT))).isEqualTo(AMIRA);
        assertThat(hub.count("identity.source_case where persona is not null")).isZero();
    }

    @Test
    void a_file_is_linked_before_its_traits_are_made_anew() throws IOException {
        TestRegister hub = new TestRegister(database.dataSource(), keys);
        hub.open("a", AMIRA);
        hub.jdbc.update("update identity.persona set traits_version = 1, traits = '\\x00'");

        assertThat(hub.ask(1, AMIRA, TestRegister.EVERYBODY)).isInstanceOf(Match.class);
        hub.open("b", AMIRA);

        assertThat(hub.persons()).containsExactly(Set.of("a", "b"));
    }

    @Test
    void traits_of_an_old_normalisation_are_made_anew_with_their_keys() throws IOException {
        TestRegister hub = new TestRegister(database.dataSource(), keys);
        hub.openAll(Map.of("a", AMIRA));
        hub.jdbc.update("update identity.persona set traits_version = 0, traits = '\\x00'");
        hub.jdbc.update("update identity.blocking_key set key = key + 1");

        hub.catchUp().run();
        hub.open("b", AMIRA);

        assertThat(hub.persons()).containsExactly(Set.of("a", "b"));
    }

    @Test
    void keys_that_are_made_anew_are_refined_before_anybody_looks_for_them() throws IOException {
        TestRegister hub = new TestRegister(database.dataSource(), keys);
        Map<String, FieldValues> many = new HashMap<>();
        for (int i = 0; i < 2 * BlockingKeys.MOST_FILES; i++) {
            many.put("file " + i, person("G" + "aeiou".charAt(i % 5) + "l" + (char) ('b' + i % 20), "Testowski",
                    "%d-03-%02d".formatted(1950 + i % 40, 1 + i % 28)));
        }
        hub.openAll(many);
        hub.jdbc.update("update identity.persona set traits_version = 0, traits = '\\x00'");
        hub.jdbc.update("delete from identity.crowded_key");

        hub.catchUp().run();

        assertThat(hub.jdbc.queryForList("select pass from identity.crowded_key", String.class)).contains("part");
        assertThat(hub.jdbc.queryForList("select key from identity.blocking_key group by key having count(*) > "
                + BlockingKeys.MOST_FILES, Long.class)).isEmpty();
    }
}
