package de.kimhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Secrets;
import de.kimhub.delivery.FlowReport;
import de.kimhub.testing.Database;
import de.kimhub.testing.StartsHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole hub with a broken connector folder and a recipient that cannot be reached: the others go on delivering. */
@StartsHub
class IsolationTest {

    private static final String AWO_HEADER = "LFDNR;FALLNUMMER;ART;DATUM;NACHNAME;VORNAME;GEBURTSDATUM;GESCHLECHT;"
            + "STAATSANGEHOERIGKEIT;SPRACHE;STRASSE;HAUSNUMMER;PLZ;ORT;THEMA;BERATUNGSART;WEITER_AN;ABSCHLUSSGRUND;"
            + "EINW_NUMMER;EINW_ZWECKE;EINW_QUELLEN;EINW_EMPFAENGER;EINW_BIS;EINW_FORMULAR;EINW_SPRACHE;"
            + "EINW_SCHWEIGEPFLICHT;AZ_STELLEN;AZ_NUMMERN;STATUS\n";
    private static final String JOBCENTER_HEADER = "BG-Nummer;Kundennummer;Name;Vorname;Geburtsdatum;Geschlecht;"
            + "Staatsangehörigkeit;PLZ;Ort;Rechtskreis;Leistungsbezug ab;Integrationsfachkraft;Team;Maßnahme;"
            + "Maßnahmeart;Träger;Eintritt;Austritt;Austrittsgrund;Sprachniveau;Bemerkung\n";

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path temp;
    private Path config;

    @BeforeEach
    void configure() throws IOException {
        config = temp.resolve("config/test");
        Files.createDirectories(config.resolve("instances"));
        Files.writeString(config.resolve("hub.yaml"), "data: ../../data\nwork: {sweep: PT1S}\ndatabase: {url: \""
                + database.url() + "\", user: postgres, password: secret:DB}\n");
        Files.copy(Path.of("config/demo/sharing.yaml"), config.resolve("sharing.yaml"));
        for (String folder : new String[] {"awo/export", "awo/import", "jobcenter/export"}) {
            Files.createDirectories(temp.resolve(folder));
        }
        instance("awo", """
                title: AWO Bünde
                connector: wohlfahrt-csv
                municipality: "05758004"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: ../../awo/export, delay: 200}
                deliver: {transport: file, folder: ../../awo/import}
                """);
        instance("jobcenter", """
                title: Jobcenter
                connector: jobcenter-csv
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: ../../jobcenter/export, delay: 200}
                """);
        instance("eb", """
                title: Einbürgerungsbehörde, deren Datenbank nicht antwortet
                connector: einbuergerung-jdbc
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: jdbc, url: "jdbc:postgresql://127.0.0.1:9/eb", user: kim, password: "secret:EB",
                          view: kim_export, changedAt: geaendert_am, id: vorgang_id}
                deliver: {transport: jdbc, url: "jdbc:postgresql://127.0.0.1:9/eb", user: kim, password: "secret:EB",
                          table: kim_eingang, receiptTable: kim_hub_quittung}
                """);
        Files.createDirectories(config.resolve("secrets"));
        Files.writeString(config.resolve("secrets/EB"), "unused");
        Files.writeString(config.resolve("secrets/DB"), "postgres");
        instance("broken", """
                title: Ein Verfahren mit fehlerhaftem Konnektor
                connector: broken
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: ../../broken/export}
                """);
        Path broken = Files.createDirectories(config.resolve("connectors/broken"));
        Files.writeString(broken.resolve("connector.yaml"), "title: Kaputt\nauthority: nirgends\nreceive: {[\n");
    }

    private void instance(String id, String yaml) throws IOException {
        Files.writeString(config.resolve("instances/" + id + ".yaml"), yaml);
    }

    @Test
    void theOthersGoOnDelivering() throws Exception {
        HubHome home = HubHome.find();
        Installation installation = Installations.load(config, home.connectors());
        assertThat(installation.instances()).containsOnlyKeys("awo", "jobcenter", "eb");
        assertThat(installation.problems()).anyMatch(problem -> problem.toString().contains("connectors/broken"));

        try (RunningHub hub = RunningHub.start(home, installation, new Secrets(config)::resolve)) {
            give("awo", "1.csv", AWO_HEADER
                    + "1;AWO-7;fall_eroeffnet;02.02.2026;Musterfrau;Beispiela;05.06.1990" + ";".repeat(22) + "\n"
                    + "2;AWO-7;einwilligung;02.02.2026;Musterfrau;Beispiela;05.06.1990" + ";".repeat(12)
                    + "E-2;case_management;jobcenter;wohlfahrtsverband,einbuergerungsbehoerde;;1;;ja;jobcenter;1A;\n");
            await().atMost(Duration.ofSeconds(30)).until(() -> consents(hub) == 1);
            give("jobcenter", "1.csv", JOBCENTER_HEADER + ";1A;Musterfrau;Beispiela;05.06.1990;;;;;;01.01.2026;;;"
                    + "Nähkurs Muster;;;01.03.2026;;;;\n");

            await().atMost(Duration.ofSeconds(30)).until(() -> imported().contains("Nähkurs Muster"));
            await().atMost(Duration.ofSeconds(10)).until(() -> hub.bean(FlowReport.class).recipients().stream()
                    .allMatch(FlowReport.Recipient::addsUp));
        }
    }

    private static int consents(RunningHub hub) {
        return hub.bean(JdbcClient.class).sql("select count(*) from hub.consent").query(Integer.class).single();
    }

    private void give(String tool, String name, String content) throws IOException {
        Path written = temp.resolve(tool + "-" + name);
        Files.write(written, content.getBytes(tool.equals("jobcenter") ? Charset.forName("windows-1252")
                : java.nio.charset.StandardCharsets.UTF_8));
        Files.setLastModifiedTime(written, FileTime.from(Instant.now().minusSeconds(10)));
        Files.move(written, temp.resolve(tool + "/export/" + name));
    }

    private String imported() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("awo/import"))) {
            return files.filter(Files::isRegularFile).map(IsolationTest::text).collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
