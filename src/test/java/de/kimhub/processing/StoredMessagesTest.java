package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Installation;
import de.kimhub.delivery.SourceMessages;
import de.kimhub.delivery.SourceMessages.Message;
import de.kimhub.testing.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What acknowledgements can give back of what a source sent. */
class StoredMessagesTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;

    private TestHub hub;
    private String export;
    private long document;

    @BeforeEach
    void aDocumentOfWhichOneRecordIsRefused() throws Exception {
        hub = new TestHub(database, folder, 500);
        export = Exports.awo().entry("1", "AWO-1", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .entry("2", "", "fall_eroeffnet", "Ohnefall", "Beispiela", "05.06.1990")
                .entry("3", "AWO-3", "fall_eroeffnet", "Probe", "Beispiela", "05.06.1990").toString();
        document = hub.give("awo", export);
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aRefusedRecordComesAloneWithWhatStandsBeforeTheFirst() {
        Message refused = hub.bean(SourceMessages.class).refused(document, 2).orElseThrow();

        assertThat(text(refused.header())).isEqualTo(export.lines().findFirst().orElseThrow() + "\r\n");
        assertThat(text(refused.record())).startsWith("2;").contains("Ohnefall").doesNotContain("Musterfrau", "Probe");
        assertThat(refused.toString()).doesNotContain("Ohnefall");
        assertThat(hub.bean(SourceMessages.class).refused(document, 1)).isEmpty();
    }

    @Test
    void acceptedRecordsAreReadAgainFromTheDocument() {
        Map<Long, Message> records = hub.bean(SourceMessages.class).records(
                hub.bean(Installation.class).instances().get("awo"), document, Set.of(1L, 3L));

        assertThat(records).containsOnlyKeys(1L, 3L);
        assertThat(text(records.get(3L).record())).startsWith("3;").contains("Probe").doesNotContain("Ohnefall");
    }

    @Test
    void theDocumentComesAsItWasSent() {
        assertThat(text(hub.bean(SourceMessages.class).document(document).orElseThrow())).isEqualTo(export);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
