package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A tool that gives and takes: nothing returns to where it came from. */
class GiveAndTakeTest {

    private static final String ROW = "{\"id\": \"%s\", \"fall_nr\": %s, \"ereignis\": \"%s\", \"art\": \"%s\", "
            + "\"datum\": \"%s\", \"thema\": %s, \"vermittelt_an\": null, \"strukturthema\": %s, \"hub_id\": %s, "
            + "\"ersetzt\": null, \"geaendert_am\": \"2026-09-30 12:00:00.000000+00\"}";

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub(database, folder, 3);
        hub.give("ki", ROW.formatted("1", "\"KI-1\"", "fall_aufgenommen", "neu", "2026-02-01", "null", "null", "null"));
        hub.give("awo", Exports.awo()
                .entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990", "EINW_QUELLEN",
                        "wohlfahrtsverband,ki_koordination", "EINW_EMPFAENGER", "wohlfahrtsverband,ki_koordination",
                        "AZ_STELLEN", "ki_koordination", "AZ_NUMMERN", "KI-1")
                .entry("3", "AWO-7", "fallkonferenz", "Musterfrau", "Beispiela", "05.06.1990", "THEMA", "wohnen")
                .toString());
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private JsonNode delivered() throws IOException {
        assertThat(hub.files("ki")).hasSize(1);
        JsonNode rows = new ObjectMapper().readTree(hub.files("ki").getFirst());
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void a_case_conference_reaches_the_coordination_under_its_own_number() throws IOException {
        assertThat(delivered().get("fall_nr").asText()).isEqualTo("KI-1");
        assertThat(delivered().get("ereignis").asText()).isEqualTo("fallkonferenz");
        assertThat(delivered().toString()).doesNotContain("AWO-7", "Musterfrau");
    }

    @Test
    void what_comes_back_with_the_hubs_number_is_a_repeat() throws IOException {
        hub.give("ki", ROW.formatted("2", "\"KI-1\"", "fallkonferenz", "neu", delivered().get("datum").asText(),
                "\"" + delivered().get("thema").asText() + "\"", "null",
                "\"" + delivered().get("hub_id").asText() + "\""));
        hub.run();

        assertThat(hub.source("ki").repeated()).isEqualTo(1);
        assertThat(hub.files("awo")).isEmpty();
    }

    @Test
    void what_comes_back_without_the_number_but_equal_is_a_repeat() throws IOException {
        hub.give("ki", ROW.formatted("2", "\"KI-1\"", "fallkonferenz", "neu", delivered().get("datum").asText(),
                "\"" + delivered().get("thema").asText() + "\"", "null", "null"));
        hub.run();

        assertThat(hub.source("ki").repeated()).isEqualTo(1);
        assertThat(hub.files("awo")).isEmpty();
    }

    @Test
    void a_number_that_the_hub_never_gave_is_no_echo() {
        hub.give("ki", ROW.formatted("2", "\"KI-1\"", "fallkonferenz", "neu", "2026-03-09", "\"Arbeit\"", "null",
                "\"K1-1-0000000000\""));
        hub.run();

        assertThat(hub.lines("awo")).singleElement().asString().startsWith("AWO-7;");
    }

    @Test
    void a_structural_issue_concerns_no_person_and_needs_no_consent() {
        hub.give("ki", ROW.formatted("3", "null", "strukturthema_benannt", "neu", "2026-03-09", "\"Wohnen\"",
                "\"ST-1\"", "null"));
        hub.run();

        assertThat(hub.lines("awo")).singleElement().asString().contains("ST-1");
        assertThat(hub.lines("caritas")).singleElement().asString().contains("ST-1");
    }
}
