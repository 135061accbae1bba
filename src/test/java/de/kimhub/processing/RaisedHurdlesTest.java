package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the coordination's tool tells of structural issues comes into the steering group's list, for the KI to approve. */
class RaisedHurdlesTest {

    private static final String ISSUE = "{\"id\": \"%s\", \"fall_nr\": null, \"ereignis\": \"%s\", "
            + "\"art\": \"neu\", \"datum\": \"2026-03-09\", \"thema\": \"Wohnen\", \"vermittelt_an\": null, "
            + "\"strukturthema\": \"ST-1\", \"hub_id\": null, \"ersetzt\": null, "
            + "\"geaendert_am\": \"2026-09-30 12:00:00.000000+00\"}";

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    @Test
    void an_issue_is_raised_once_waits_for_the_ki_and_is_solved_when_its_source_says_so() throws IOException {
        Map<String, String> files = Map.of("steering.yaml", Files.readString(Path.of("config/demo/steering.yaml")));
        try (TestHub hub = new TestHub(database, folder, 50, Checkpoints.NONE, Set.of(), files)) {
            hub.give("ki", ISSUE.formatted("1", "strukturthema_benannt"));
            hub.give("ki", ISSUE.formatted("2", "strukturthema_benannt"));
            hub.run();
            assertThat(hurdles()).containsExactly("wohnen gemeldet false 2026-03-09");

            database.jdbc().sql("update cube.hurdle set approved = true, title = 'Wohnungen', changed_by = 'ki'").update();
            hub.give("ki", ISSUE.formatted("3", "strukturthema_geloest"));
            hub.run();

            assertThat(hurdles()).containsExactly("wohnen geloest true 2026-03-09");
            assertThat(database.jdbc().sql("select source_ref || title from cube.hurdle").query(String.class).single())
                    .doesNotContain("ST-1").contains("Wohnungen");
        }
    }

    private List<String> hurdles() {
        return database.jdbc().sql("select concat_ws(' ', theme, state, approved::text, raised_on) from cube.hurdle")
                .query(String.class).list();
    }
}
