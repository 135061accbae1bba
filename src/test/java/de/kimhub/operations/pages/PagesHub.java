package de.kimhub.operations.pages;

import static org.awaitility.Awaitility.await;

import de.kimhub.connector.Installations;
import de.kimhub.connector.Secrets;
import de.kimhub.operations.account.Accounts;
import de.kimhub.operations.account.Role;
import de.kimhub.processing.Exports;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import de.kimhub.steering.SyntheticReleases;
import de.kimhub.testing.Released;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hub with pages, three instances and a person whose measure was told to two of them. Started once for all test classes;
 * everything that is in it was handed in on the page itself.
 */
final class PagesHub implements ExtensionContext.Store.CloseableResource {

    static final String PASSWORD = "vier zufällige Wörter";
    static final String FILE_NUMBER = "AWO-7";
    static final String UPLOAD = "Beispiela Musterfrau.csv";
    private static final String[] PERSON = {"Musterfrau", "Beispiela", "05.06.1990"};

    private final Path folder;
    private final Map<String, Visitor> signedIn = new TreeMap<>();
    final RunningHub hub;

    static PagesHub of(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(PagesHub.class))
                .getOrComputeIfAbsent(PagesHub.class, key -> new PagesHub(), PagesHub.class);
    }

    private PagesHub() {
        try {
            folder = Files.createTempDirectory("pages");
            installation();
            HubHome home = HubHome.find();
            Path config = folder.resolve("config/test");
            hub = RunningHub.start(home, Installations.load(config, home.connectors()), new Secrets(config)::resolve);
            tellOfAMeasure();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void installation() throws IOException {
        write("hub.yaml", "data: ../../data\nwork: {workers: 2, deliveryWorkers: 2, sweep: PT0.5S}\n"
                + "web: {port: \"0\", uploadMegabytes: 1, contact: \"KIM-Koordination, 05221 000000\"}\n");
        write("sharing.yaml", """
                rules:
                  - id: massnahmen
                    from: jobcenter
                    to: [sonstige, wohlfahrtsverband]
                    events: [measure.started]
                    fields: [event.occurredOn, measure.name]
                    purpose: case-management
                    legalBasis: Einwilligung
                    consent: required
                    retention: P1Y
                """);
        instance("awo", "AWO Musterstadt", "wohlfahrt-csv", "receive: {transport: file, folder: ../../awo/export}\n"
                + "deliver: {transport: file, folder: ../../awo/import}\nacknowledgements: {transport: file, folder: ../../awo/quittungen}\n");
        instance("jobcenter", "Jobcenter Musterstadt", "jobcenter-csv", "receive: {transport: file, folder: ../../jobcenter/export}\n");
        instance("helfer", "Helferkreis Musterstadt", "meldungsblatt",
                "authority: sonstige\ndeliver: {transport: file, folder: ../../helfer/import, unpack: \"true\"}\n");
        instance("probe", "Caritas Musterstadt", "wohlfahrt-csv", "mode: test\nreceive: {transport: file, folder: ../../probe/export}\n");
        for (String made : List.of("probe/export", "awo/export", "awo/import", "awo/quittungen", "jobcenter/export", "helfer/import")) {
            Files.createDirectories(folder.resolve(made));
        }
    }

    private void instance(String id, String title, String connector, String ways) throws IOException {
        write("instances/" + id + ".yaml", "title: " + title + "\nconnector: " + connector + "\nmunicipality: \"05758004\"\n"
                + (ways.startsWith("mode: ") ? "" : Released.LIVE) + ways);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("config/test").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void tellOfAMeasure() {
        Visitor awo = visitor("awo");
        Visitor jobcenter = visitor("jobcenter");
        awo.handIn(UPLOAD, Exports.awo().entry("1", FILE_NUMBER, "fall_eroeffnet", PERSON[0], PERSON[1], PERSON[2])
                .consent("2", FILE_NUMBER, PERSON[0], PERSON[1], PERSON[2], "EINW_EMPFAENGER", "wohlfahrtsverband,sonstige",
                        "AZ_STELLEN", "jobcenter,sonstige", "AZ_NUMMERN", "111A111111,H-17")
                .entry("3", "", "beratung", PERSON[0], PERSON[1], PERSON[2]).toString().getBytes(StandardCharsets.UTF_8));
        jobcenter.handIn("stand1.csv", jobcenter());
        jobcenter.handIn("stand2.csv", jobcenter("Maßnahme", "Bewerbungstraining Probe", "Eintritt", "01.02.2026"));
        await().atMost(Duration.ofSeconds(30)).until(() -> jdbc().sql(
                "select count(*) from hub.delivery_batch where state = 2").query(Integer.class).single() >= 3);
    }

    private static byte[] jobcenter(String... measure) {
        return Exports.jobcenter().person("111A111111", PERSON[0], PERSON[1], PERSON[2], measure).toString()
                .getBytes(java.nio.charset.Charset.forName("windows-1252"));
    }

    JdbcClient jdbc() {
        return hub.bean(JdbcClient.class);
    }

    Accounts accounts() {
        return hub.bean(Accounts.class);
    }

    String address() {
        return hub.pages().orElseThrow();
    }

    Path folder(String name) {
        return folder.resolve(name);
    }

    /** Signed in for the instance, with a password of its own. */
    synchronized Visitor visitor(String instance) {
        return signedIn.computeIfAbsent(instance, id -> newcomer(id + ".person", id));
    }

    Visitor newcomer(String name, String instance) {
        Visitor visitor = new Visitor(address());
        visitor.signInFirst(name, accounts().add(name, Optional.of(instance), Role.OF_AN_INSTANCE), PASSWORD);
        return visitor;
    }

    /** An account that cannot do everything. */
    Visitor limited(String name, String instance, Role role) {
        Visitor visitor = new Visitor(address());
        visitor.signInFirst(name, accounts().add(name, Optional.of(instance), Set.of(role)), PASSWORD);
        return visitor;
    }

    /** Of the steering group, in a hub with four releases; {@code ki} keeps the hurdles. */
    synchronized Visitor steering(boolean ki) {
        if (one("select count(*) from cube.release") == 0) {
            SyntheticReleases.fill(jdbc());
        }
        Role role = ki ? Role.KI_KOORDINATION : Role.LENKUNGSGRUPPE;
        return signedIn.computeIfAbsent(role.code(), name -> {
            Visitor visitor = new Visitor(address());
            visitor.signInFirst(name, accounts().add(name, Optional.empty(), Set.of(role)), PASSWORD);
            return visitor;
        });
    }

    long one(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    @Override
    public void close() throws IOException {
        hub.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
