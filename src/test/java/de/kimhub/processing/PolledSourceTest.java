package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.intake.Intake;
import de.kimhub.intake.Intake.Page;
import de.kimhub.intake.Intake.PageEnd;
import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes poll the same view. */
class PolledSourceTest {

    private static final int WINDOW = 2;

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;
    private TestHub hub;
    private Intake intake;

    @BeforeEach
    void start() throws Exception {
        hub = new TestHub(database, folder, 10);
        intake = hub.bean(Intake.class);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void a_page_that_was_read_from_a_mark_which_another_node_has_moved_is_not_taken() {
        assertThat(take(null, 1, 5)).isEqualTo(Page.STORED);
        assertThat(take(null, 1, 4)).isEqualTo(Page.OVERTAKEN);
        assertThat(intake.pollMark("ki")).contains("5");
        assertThat(take("5", 4, 8)).isEqualTo(Page.STORED);
        assertThat(take("5", 1, 6)).isEqualTo(Page.OVERTAKEN);
        assertThat(take("8", 7, 8)).isEqualTo(Page.NOTHING_NEW);
        assertThat(database.jdbc().sql("select count(*) from hub.source_document").query(Long.class).single())
                .isEqualTo(2);
        assertThat(intake.pollMark("ki")).contains("8");
    }

    private Page take(String since, int first, int last) {
        List<Map<String, String>> rows = IntStream.rangeClosed(first, last)
                .mapToObj(number -> Map.of("nr", String.valueOf(number))).toList();
        return intake.acceptRows("ki", rows, since, new PageEnd(String.valueOf(last), WINDOW));
    }
}
