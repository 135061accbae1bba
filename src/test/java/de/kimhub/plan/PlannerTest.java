package de.kimhub.plan;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Installations;
import de.kimhub.message.FieldLabels;
import de.kimhub.testing.Released;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {

    private static final String RULE = """
              - id: kurse-an-fallmanagement
                from: sprachkurstraeger
                to: wohlfahrtsverband
                events: [course.started]
                fields: [event.occurredOn, course.kind]
                purpose: case-management
                legalBasis: Einwilligung
                consent: required
                retention: P1Y
            """;

    @TempDir
    Path folder;

    private Path before;
    private Path after;

    @BeforeEach
    void write() throws IOException {
        before = installation("config/alt");
        after = installation("config/neu");
    }

    private Path installation(String name) throws IOException {
        Path config = folder.resolve(name);
        write(config.resolve("hub.yaml"), "data: ../../data\n");
        write(config.resolve("sharing.yaml"), "rules:\n" + RULE);
        instance(config, "vhs", "sprachkurstraeger-csv", "");
        instance(config, "awo", "wohlfahrt-csv", "deliver: {transport: file, folder: out/awo}\n");
        return config;
    }

    private static void instance(Path config, String id, String connector, String more) throws IOException {
        write(config.resolve("instances/" + id + ".yaml"), "title: " + id + "\nconnector: " + connector
                + "\nmunicipality: \"05758004\"\n" + Released.LIVE + "receive: {transport: file, folder: in/" + id + "}\n" + more);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void replace(Path file, String what, String with) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, with));
    }

    private Plan plan() {
        return Planner.plan(Installations.load(before, Path.of("connectors")), Installations.load(after, Path.of("connectors")));
    }

    @Test
    void theSameChangesNothing() {
        assertThat(plan().isEmpty()).isTrue();
    }

    @Test
    void aNewRecipientGetsWhatTheRulesAllow() throws IOException {
        instance(after, "caritas", "wohlfahrt-csv", "deliver: {transport: file, folder: out/caritas}\n");

        Plan plan = plan();

        assertThat(plan.instances().added()).containsExactly("caritas");
        assertThat(plan.gains()).containsExactly(new Plan.Flow("vhs", "caritas", "course.started",
                List.of("course.kind", "event.occurredOn"), Plan.Permission.NONE, Plan.Permission.WITH_CONSENT));
        assertThat(plan.losses()).isEmpty();
    }

    @Test
    void changedRulesAreToldByFieldAndByConsent() throws IOException {
        replace(after.resolve("sharing.yaml"), "course.kind]", "course.result]");
        assertThat(plan().rules().changed()).containsExactly(new Plan.Change("kurse-an-fallmanagement", List.of("fields")));
        assertThat(plan().gains()).extracting(Plan.Flow::fields).containsExactly(List.of("course.result"));
        assertThat(plan().losses()).extracting(Plan.Flow::fields).containsExactly(List.of("course.kind"));

        replace(after.resolve("sharing.yaml"), "course.result]", "course.kind]");
        replace(after.resolve("sharing.yaml"), "consent: required", "consent: not-needed");
        assertThat(plan().gains()).singleElement().satisfies(flow -> {
            assertThat(flow.before()).isEqualTo(Plan.Permission.WITH_CONSENT);
            assertThat(flow.after()).isEqualTo(Plan.Permission.WITHOUT_CONSENT);
        });
    }

    @Test
    void whoIsInShadowGetsNothingAndARemovedSenderTellsNothing() throws IOException {
        replace(after.resolve("instances/awo.yaml"), "mode: live", "mode: shadow");
        assertThat(plan().instances().changed()).containsExactly(new Plan.Change("awo", List.of("mode")));
        assertThat(plan().losses()).extracting(Plan.Flow::to).containsExactly("awo");

        Files.delete(after.resolve("instances/vhs.yaml"));
        assertThat(plan().instances().removed()).containsExactly("vhs");
        assertThat(plan().connectors().removed()).containsExactly("sprachkurstraeger-csv");
    }

    @Test
    void whatChangesIsToldAsAChangeOfTheRegister() throws IOException {
        instance(after, "caritas", "wohlfahrt-csv", "deliver: {transport: file, folder: out/caritas}\n");
        replace(after.resolve("sharing.yaml"), "course.kind]", "course.kind, course.result]");
        replace(after.resolve("sharing.yaml"), "purpose: case-management", "purpose: naturalisation");
        replace(after.resolve("sharing.yaml"), "retention: P1Y", "retention: P2Y");
        replace(after.resolve("hub.yaml"), "data: ../../data\n", "data: ../../data\nretention: {quarantine: P30D}\n");
        replace(after.resolve("instances/vhs.yaml"), "controller: Musteramt", "controller: Musterverein");

        String entry = "Eintrag „Weitergabe kurse-an-fallmanagement“, ";
        assertThat(plan().register()).contains(
                "Neue Stelle: caritas (Verband der Freien Wohlfahrtspflege), verantwortlich Musteramt. Echtbetrieb. Vertrag nach Art. 28 "
                        + "DSGVO: AVV 1 vom 02.01.2026. Freigabe am 15.01.2026.",
                "Stelle „vhs“, Verantwortlicher: bisher Musteramt, künftig Musterverein",
                entry + "Empfänger: neu caritas (Verband der Freien Wohlfahrtspflege)",
                entry + "Angaben: neu " + FieldLabels.of("course.result"),
                entry + "Zweck: bisher Kommunales Fallmanagement, künftig Einbürgerungsverfahren",
                entry + "Löschfrist: bisher Beim Empfänger: 1 Jahr, künftig Beim Empfänger: 2 Jahre",
                "Löschfrist „Zurückgestellte Datensätze“: bisher 90 Tage ab der Erhebung, künftig 30 Tage ab der Erhebung");

        write(after.resolve("sharing.yaml"), "rules:\n" + RULE + """
                facts:
                  - id: zaehlung-kurse
                    from: sprachkurstraeger
                    events: [course.started]
                    measure: course
                    purpose: statistics
                    legalBasis: § 17 DSG NRW
                    consent: required
                """);
        assertThat(plan().register()).contains("Neuer Eintrag „Zählung für die Lenkungsgruppe: Zugangszeit zum Integrationskurs "
                + "(zaehlung-kurse)“:", "    Rechtsgrundlage: § 17 DSG NRW", "    Voraussetzung: Einwilligung, die diesen Zweck nennt");

        replace(after.resolve("instances/vhs.yaml"), "mode: live", "mode: test");
        assertThat(plan().register()).contains("Eintrag entfällt: „Empfang von vhs“",
                "Eintrag entfällt: „Weitergabe kurse-an-fallmanagement“")
                .anyMatch(line -> line.startsWith("Stelle „vhs“, Stand: ") && line.endsWith("keine Angaben zu echten Personen"));
    }

    @Test
    void aConnectorOfOnesOwnIsAnotherVersion() throws IOException {
        Path own = after.resolve("connectors/sprachkurstraeger-csv");
        for (String file : List.of("connector.yaml", "receive.yaml", "codelists/kursart.csv", "codelists/kursergebnis.csv")) {
            write(own.resolve(file), Files.readString(Path.of("connectors/sprachkurstraeger-csv").resolve(file)));
        }
        replace(own.resolve("receive.yaml"), "  - type: course.started\n    when: {column: Vorgang, equals: Kursbeginn}\n"
                + "    retracts: {column: Status, equals: storniert}\n", "");

        Plan plan = plan();

        assertThat(plan.connectors().changed()).containsExactly(
                new Plan.Change("sprachkurstraeger-csv", List.of("version")));
        assertThat(plan.losses()).extracting(Plan.Flow::event).containsExactly("course.started");
    }

    @Test
    void aRevisionOfGitIsComparedWith() throws Exception {
        Path repository = Files.createDirectories(folder.resolve("repo"));
        git(repository, "init", "-q");
        write(repository.resolve("config/x/hub.yaml"), "data: ../../data\n");
        git(repository, "add", ".");
        git(repository, "-c", "user.name=Test", "-c", "user.email=test@beispiel.example", "commit", "-q", "-m", "first");
        write(repository.resolve("config/x/hub.yaml"), "data: ../anders\n");
        Path target = folder.resolve("then");

        assertThat(GitRevision.repository(repository.resolve("config")).toRealPath()).isEqualTo(repository.toRealPath());
        assertThat(GitRevision.extract(repository, "HEAD", List.of("config/x"), target)).isTrue();
        assertThat(target.resolve("config/x/hub.yaml")).hasContent("data: ../../data\n");
        assertThat(GitRevision.extract(repository, "no-such", List.of("config/x"), target)).isFalse();
        assertThat(GitRevision.extract(repository, "--output=" + folder.resolve("evil"), List.of("config/x"), target)).isFalse();
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    private static void git(Path folder, String... arguments) throws Exception {
        ProcessBuilder git = new ProcessBuilder("git", "-C", folder.toString());
        git.command().addAll(List.of(arguments));
        assertThat(git.inheritIO().start().waitFor()).isZero();
    }
}
