package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.keys.KeyFolder;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EchoDigestsTest {

    @TempDir
    Path folder;

    private final FieldValues given = FieldValues.builder().set("event.occurredOn", "2026-03-01")
            .set("measure.name", "Sprachkurs").set("measure.startsOn", "2026-03-01").build();
    private EchoDigests digests;

    @BeforeEach
    void open() throws IOException {
        digests = new EchoDigests(new KeyFolder(folder).open());
    }

    @Test
    void whatComesBackWithTheToolsOwnPersonUnitAndPlaceIsTheSame() {
        FieldValues back = given.toBuilder().set("person.names.official.family", "Testfamilie")
                .set("case.number", "A-1").set("unit.name", "AWO Bünde").set("event.municipality", "05758004").build();

        assertThat(digest("A-1", back)).isEqualTo(digest("A-1", given));
    }

    @Test
    void anotherFileDayTypeOrAttributeIsNoEcho() {
        byte[] echo = digest("A-1", given);

        assertThat(digest("A-2", given)).isNotEqualTo(echo);
        assertThat(digest("A-1", given.toBuilder().set("event.occurredOn", "2026-03-02").build())).isNotEqualTo(echo);
        assertThat(digest("A-1", given.toBuilder().set("measure.name", "Bewerbung").build())).isNotEqualTo(echo);
        assertThat(digests.of("A-1", EventType.MEASURE_ENDED, given)).isNotEqualTo(echo);
    }

    private byte[] digest(String caseNumber, FieldValues fields) {
        return digests.of(caseNumber, EventType.MEASURE_STARTED, fields);
    }
}
