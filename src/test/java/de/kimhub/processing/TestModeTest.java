package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.kimhub.intake.DocumentRefused;
import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import de.kimhub.testing.Released;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code mode: test}: marked test data only, and a world of their own. */
class TestModeTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Path SAMPLES = Path.of("connectors/auslaenderbehoerde/samples");
    private static final String[] PERSON = {"Musterfrau", "Beispiela", "05.06.1990"};
    private static final String[] NUMBER = {"AZ_STELLEN", "jobcenter", "AZ_NUMMERN", "111A111111"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private void start(String... inTest) throws IOException {
        if (hub != null) {
            hub.close();
        }
        Map<String, String> files = new HashMap<>();
        for (String id : Set.of("awo", "probe", "abh")) {
            String connector = Map.of("awo", "wohlfahrt-csv", "probe", "jobcenter-csv", "abh", "auslaenderbehoerde").get(id);
            files.put("instances/" + id + ".yaml", "title: %1$s\nconnector: %2$s\nmunicipality: \"05758\"\n".formatted(id,
                    connector) + "receive: {transport: file, folder: in/" + id + "}\n"
                    + (id.equals("awo") ? "deliver: {transport: file, folder: out/awo}\n" : "")
                    + (Set.of(inTest).contains(id) ? "" : Released.LIVE));
        }
        hub = new TestHub(database, folder, 3, Checkpoints.NONE, Set.of(), files);
        hub.run();
    }

    private static String consent(String file) {
        return Exports.awo().entry("1", file, "fall_eroeffnet", PERSON[0], PERSON[1], PERSON[2])
                .consent("2", file, PERSON[0], PERSON[1], PERSON[2], NUMBER).toString();
    }

    private void stock(String instance, String name, String... measure) {
        hub.give(instance, name, Exports.jobcenter().person("111A111111", PERSON[0], PERSON[1], PERSON[2], measure)
                .person("222B222222", "Testmann", "Probe", "07.08.1991").toString().getBytes(WINDOWS));
        hub.run();
    }

    private static String[] course(String name) {
        return new String[] {"Maßnahme", name, "Eintritt", "01.03.2026"};
    }

    private long count(String what) {
        return hub.jdbc().sql("select count(*) from " + what).query(Long.class).single();
    }

    @Test
    void what_is_not_marked_is_refused_whole_and_nothing_of_it_kept() throws IOException {
        start("awo", "abh");

        assertThatExceptionOfType(DocumentRefused.class).isThrownBy(() -> hub.give("awo--test", "export.csv", consent("AWO-7")))
                .withMessageContaining("[HUB-INT-018]").withMessageNotContaining("Musterfrau");
        byte[] message = Files.readAllBytes(SAMPLES.resolve("wiederholte-sendung/input.xml"));
        assertThatExceptionOfType(DocumentRefused.class).isThrownBy(() -> hub.give("abh--test", "nachricht.xml", message))
                .withMessageContaining("[HUB-INT-018]");
        assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> hub.give("caritas", "Testdaten-1.csv", consent("CAR-7")))
                .withMessageContaining("[HUB-INT-019]");

        assertThat(count("hub.source_document")).isZero();
        assertThat(count("hub.document_chunk")).isZero();
    }

    @Test
    void messages_that_mark_themselves_as_tests_need_no_name_for_it() throws IOException {
        start("abh");
        hub.give("abh--test", "nachricht.xml", Files.readAllBytes(SAMPLES.resolve("testnachricht/input.xml")));
        hub.run();

        assertThat(hub.source("abh--test").accepted()).isPositive();
        assertThat(count("hub.event")).isPositive();
    }

    @Test
    void test_data_flow_among_themselves_and_never_meet_real_people() throws IOException {
        start("awo", "probe");
        hub.give("caritas", consent("CAR-7"));
        hub.give("awo--test", "testdaten-1.csv", consent("AWO-7"));
        hub.run();
        stock("jobcenter", "bestand.csv");
        stock("probe--test", "testdaten-2.csv");
        stock("jobcenter", "bestand2.csv", course("Nähkurs Muster"));
        stock("probe--test", "testdaten-3.csv", course("Schweißkurs Muster"));

        assertThat(Held.measures(hub.lines("caritas"))).containsExactly("Nähkurs Muster");
        assertThat(Held.measures(hub.lines("awo--test"))).containsExactly("Schweißkurs Muster");
        assertThat(hub.jdbc().sql("select count(distinct person_id) from identity.source_case").query(Long.class).single())
                .as("the same name and birth date, and two people").isEqualTo(2);
        assertThat(count("hub.event where exists (select from unnest(withheld) w where w like '%--test%' and instance_no in "
                + "(select no from hub.instance where id not like '%--test'))")).as("nobody's figures").isZero();
    }

    @Test
    void who_goes_live_begins_anew() throws IOException {
        start("awo", "probe");
        hub.give("awo--test", "testdaten-1.csv", consent("AWO-7"));
        hub.run();
        stock("probe--test", "testdaten-2.csv");
        start();
        hub.give("awo", "export.csv", consent("AWO-7"));
        hub.run();
        stock("jobcenter", "bestand.csv");
        stock("jobcenter", "bestand2.csv", course("Nähkurs Muster"));

        assertThat(Held.measures(hub.lines("awo"))).containsExactly("Nähkurs Muster");
        assertThat(hub.lines("awo--test")).isEmpty();
        assertThat(count("identity.source_case where person_id in (select person_id from identity.source_case group by 1"
                + " having count(*) > 2)")).as("the file of the test is not the person's").isZero();
    }
}
