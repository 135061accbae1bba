package de.kimhub.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.FieldValues;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.KimHub;
import de.kimhub.runtime.RunningHub;
import de.kimhub.testing.Database;
import de.kimhub.testing.StartsHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;

/** On the whole hub, which is at rest beside the commands as a running one would be. */
@StartsHub
class ReviewCommandsTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path temp;
    private Path config;
    private RunningHub hub;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void aPairWaits() throws IOException {
        config = Files.createDirectories(temp.resolve("config/test"));
        Files.createDirectories(config.resolve("instances"));
        Files.createDirectories(config.resolve("secrets"));
        Files.writeString(config.resolve("secrets/DB"), "postgres");
        Files.writeString(config.resolve("hub.yaml"), """
                data: ../../data
                database: {url: "%s", user: postgres, password: secret:DB}
                review:
                  reviewers:
                    - {name: Anna Beispiel, body: kommunales-case-management, boundToSecrecy: 2026-01-15}
                    - {name: Bernd Muster, body: ki-koordination, boundToSecrecy: 2026-01-15}
                """.formatted(database.url()));
        Files.writeString(config.resolve("sharing.yaml"), "rules: []\n");
        instance("awo", "wohlfahrt-csv", "AWO Beispielstadt");
        instance("jobcenter", "jobcenter-csv", "Jobcenter Beispielkreis");
        HubHome home = HubHome.find();
        Installation installation = Installations.load(config, home.connectors());
        assertThat(installation.problems()).isEmpty();
        hub = RunningHub.startIdle(home, installation);
        long left = file("awo", "Fallakte-1", "Yusuf", "Karademir");
        long right = file("jobcenter", "Jobakte-1", "Jusuf", "Karademir");
        hub.bean(JdbcTemplate.class).update("insert into identity.review (left_case, right_case, bits, harm, explanation, "
                + "model) values (?, ?, 3, 1, ''::bytea, '1')", left, right);
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    void aReviewerListsTakesAsksAndComparesAndNobodyElseSeesAName() throws IOException {
        String folder = config.toString();
        assertThat(run("review", folder)).as(err.toString()).isEqualTo(ExitCodes.FINDINGS);
        java.util.regex.Matcher listed = java.util.regex.Pattern.compile("(über )?\\d+,\\d %").matcher(out.toString());
        assertThat(listed.find()).as(out.toString()).isTrue();
        assertThat(out.toString()).contains("awo", "jobcenter", "1 Paar wartet").doesNotContain("Karademir");

        assertThat(run("review", "show", folder, "1", "--as", "Dora Fremd")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-LNK-001").doesNotContain("\tat ");
        assertThat(out.toString()).doesNotContain("Karademir");

        assertThat(run("review", "show", folder, "--as", "Anna Beispiel")).as(err.toString()).isEqualTo(ExitCodes.WELL);
        assertThat(out.toString()).contains("Karademir", "AWO Beispielstadt", "afghanisch", "Gründe für same", "geschwister",
                "Was daraus folgt, sobald es gilt:", "same", "Eine Akte gehört dann zu einer anderen Person.", "different",
                "Für niemanden ändert sich etwas.", "Wahrscheinlichkeit " + listed.group()).doesNotContain("uneinig");
        assertThat(hub.bean(JdbcTemplate.class).queryForObject("select count(*) from identity.pair_decision", Long.class))
                .as("looking decides nothing").isZero();
        assertThat(run("review", "apart", folder, "1", "--source", "awo", "--as", "Anna Beispiel"))
                .isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-LNK-022");
        assertThat(run("review", "show", folder, "1", "--as", "Bernd Muster")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-LNK-004");

        assertThat(run("review", "decide", folder, "1", "same", "--reason", "gibt-es-nicht", "--as", "Anna Beispiel"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("review", "decide", folder, "1", "same", "--reason", "geschwister", "--as", "Anna Beispiel"))
                .isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-LNK-007");

        assertThat(run("review", "ask", folder, "1", "--source", "awo", "--as", "Anna Beispiel")).isEqualTo(ExitCodes.WELL);
        assertThat(out.toString()).contains("Fragen Sie AWO Beispielstadt (Fachdienst, 05221 000000) nach deren Akte Fallakte-1.");
        assertThat(run("review", folder)).isEqualTo(ExitCodes.WELL);
        assertThat(run("status", folder)).isEqualTo(ExitCodes.WELL);
        assertThat(out.toString()).contains("1 weitere sind zurückgelegt");

        assertThat(run("link", "explain", folder, "awo:Fallakte-1", "jobcenter:Jobakte-1")).as(err.toString())
                .isEqualTo(ExitCodes.WELL);
        assertThat(out.toString()).contains("Familienname", "Ohne Werte", "nie verbunden").doesNotContain("Karademir");
        assertThat(run("link", "explain", folder, "awo:Fallakte-1", "jobcenter:Jobakte-1", "--as", "Anna Beispiel"))
                .isEqualTo(ExitCodes.WELL);
        assertThat(out.toString()).contains("Karademir");
        assertThat(run("link", "explain", folder, "awo:Fallakte-1", "jobcenter")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("review")).isEqualTo(ExitCodes.USAGE);
        assertThat(Files.readString(temp.resolve("data/logs/hub.log"))).doesNotContain("Karademir", "Fallakte-1", "Jobakte-1");
    }

    /** With everything behind it: the register, and what follows when files move. */
    @Test
    void aDoubtOfTheRegisterIsDecidedAndTheDecisionTakenBack() {
        String folder = config.toString();
        long left = found("awo", "Fallakte-7", "1990-05-17");
        long right = found("jobcenter", "Jobakte-7", "1990");
        String pair = hub.bean(JdbcTemplate.class).queryForObject("select id from identity.review where left_case = ? "
                + "and right_case = ?", String.class, Math.min(left, right), Math.max(left, right));

        assertThat(run("review", "decide", folder, pair, "same", "--reason", "angaben", "--as", "Anna Beispiel"))
                .isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-LNK-005");
        assertThat(run("review", "show", folder, pair, "--as", "Anna Beispiel")).as(err.toString()).isZero();
        int said = run("review", "decide", folder, pair, "same", "--reason", "angaben", "--as", "Anna Beispiel");
        if (said == ExitCodes.FINDINGS) {
            // drawn for a second opinion
            assertThat(out.toString()).contains("weitere Meinung");
            assertThat(run("review", "show", folder, pair, "--as", "Bernd Muster")).as(err.toString()).isZero();
            said = run("review", "decide", folder, pair, "same", "--reason", "angaben", "--as", "Bernd Muster");
        }
        assertThat(said).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Entschieden: dieselbe Person. Eine Akte gehört jetzt zu einer anderen Person.");
        assertThat(person(right)).isEqualTo(person(left));
        assertThat(run("link", "moved", folder, event())).as(err.toString()).isZero();

        assertThat(run("review", "undo", folder, pair, "--as", "Bernd Muster")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Eine Akte gehört wieder zu ihrer früheren Person.", "Vorgang ");
        assertThat(person(right)).isNotEqualTo(person(left));
    }

    /** With everything behind it: what a moved file has goes with it. */
    @Test
    void aLinkThatCameByItselfIsTakenApartWithItsConsentAndPutTogetherAgain() throws IOException {
        String folder = config.toString();
        long left = found("awo", "Fallakte-8", "1990-05-17");
        long right = found("jobcenter", "Jobakte-8", "1990-05-17");
        hub.bean(TransactionTemplate.class).executeWithoutResult(status -> hub.bean(PersonRegister.class).decide(
                new PersonRegister.Decision(left, right, true, "SHOWN_NUMBER", "consent"), Set::copyOf));
        assertThat(person(right)).isEqualTo(person(left));
        consent(right);

        assertThat(run("link", "part", folder, "jobcenter:Jobakte-8", "--reason", "geschwister", "--as", "Dora Fremd"))
                .isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-LNK-001");
        assertThat(run("link", "part", folder, "jobcenter:Jobakte-8", "--reason", "angaben", "--as", "Anna Beispiel"))
                .isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-LNK-007");
        assertThat(run("link", "part", folder, "jobcenter", "--reason", "geschwister", "--as", "Anna Beispiel"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(person(right)).isEqualTo(person(left));

        assertThat(run("link", "part", folder, "jobcenter:Jobakte-8", "--reason", "geschwister", "--as", "Anna Beispiel"))
                .as(err.toString()).isZero();
        String parted = event();
        assertThat(person(right)).isNotEqualTo(person(left)).isEqualTo(consentOf(right));
        assertThat(run("link", "moved", folder, parted)).as(err.toString()).isZero();

        assertThat(run("link", "explain", folder, "awo:Fallakte-8", "jobcenter:Jobakte-8")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("durch: ein gezeigtes Aktenzeichen; Modell ", "getrennt; durch: Prüfende")
                .doesNotContain("Anna Beispiel", "Testowski");

        assertThat(run("link", "undo", folder, parted, "--as", "Bernd Muster")).as(err.toString()).isZero();
        assertThat(Long.parseLong(event())).isGreaterThan(Long.parseLong(parted));
        assertThat(person(right)).isEqualTo(person(left)).isEqualTo(consentOf(right));
        assertThat(run("link", "undo", folder, parted, "--as", "Bernd Muster")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-LNK-018").doesNotContain("\tat ");
        assertThat(Files.readString(temp.resolve("data/logs/hub.log"))).doesNotContain("Testowski", "Jobakte-8");
    }

    /** The number that a command printed. */
    private String event() {
        java.util.regex.Matcher printed = java.util.regex.Pattern.compile("Vorgang (\\d+)\\.").matcher(out.toString());
        assertThat(printed.find()).as(out.toString()).isTrue();
        return printed.group(1);
    }

    private void consent(long file) {
        hub.bean(JdbcTemplate.class).update("""
                insert into hub.consent (person_id, case_id, event_id, purposes, sources, recipients, valid_from)
                select person_id, id, 0, '{}', '{}', '{}', current_date from identity.source_case where id = ?""", file);
    }

    private long consentOf(long file) {
        return hub.bean(JdbcTemplate.class).queryForObject("select person_id from hub.consent where case_id = ?",
                Long.class, file);
    }

    private long person(long file) {
        return hub.bean(JdbcTemplate.class).queryForObject("select person_id from identity.source_case where id = ?",
                Long.class, file);
    }

    /** A file that is compared with all others. */
    private long found(String instance, String number, String birth) {
        SourceCases cases = hub.bean(SourceCases.class);
        int no = hub.bean(JdbcTemplate.class).queryForObject("select no from hub.instance where id = ?", Integer.class,
                instance);
        FieldValues person = FieldValues.builder().set("person.names.official.given", "Amira")
                .set("person.names.official.family", "Testowski").set("person.birth.date", birth).build();
        return hub.bean(TransactionTemplate.class).execute(status -> {
            long id = cases.newCaseNumbers(1).getFirst();
            hub.bean(PersonRegister.class).open(List.of(new NewFile(id, number, new Persona(no, "sonstige",
                    cases.digest(instance, number), person, null), null)), Set::copyOf);
            return id;
        });
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine command = KimHub.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private void instance(String id, String connector, String title) throws IOException {
        Files.writeString(config.resolve("instances/" + id + ".yaml"), """
                title: %s
                connector: %s
                municipality: "05758004"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                contact: Fachdienst, 05221 000000
                receive: {transport: file, folder: in/%s}
                """.formatted(title, connector, id));
    }

    private long file(String instance, String number, String given, String family) {
        SourceCases cases = hub.bean(SourceCases.class);
        JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
        jdbc.update("insert into hub.instance (id) values (?) on conflict do nothing", instance);
        FieldValues person = FieldValues.builder().set("person.names.official.given", given)
                .set("person.names.official.family", family).set("person.birth.date", "1987-05-17")
                .setAll("person.nationalities", List.of("423")).build();
        long id = cases.newCaseNumbers(1).getFirst();
        int no = jdbc.queryForObject("select no from hub.instance where id = ?", Integer.class, instance);
        cases.insert(List.of(new SourceCases.NewCase(id, no, cases.digest(instance, number), number,
                cases.newPersons(1).getFirst(), hub.bean(KeyVault.class).encrypt(person.encode(), "persona"))));
        return id;
    }
}
