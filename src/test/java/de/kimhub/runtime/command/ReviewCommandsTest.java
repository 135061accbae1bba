package de.kimhub.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Secrets;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.FieldValues;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.KimHub;
import de.kimhub.runtime.RunningHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;

/** On the whole hub, which is at rest beside the commands as a running one would be. */
class ReviewCommandsTest {

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
        Files.writeString(config.resolve("hub.yaml"), """
                data: ../../data
                review:
                  reviewers:
                    - {name: Anna Beispiel, body: kommunales-case-management, boundToSecrecy: 2026-01-15}
                    - {name: Bernd Muster, body: ki-koordination, boundToSecrecy: 2026-01-15}
                """);
        Files.writeString(config.resolve("sharing.yaml"), "rules: []\n");
        instance("awo", "wohlfahrt-csv", "AWO Beispielstadt");
        instance("jobcenter", "jobcenter-csv", "Jobcenter Beispielkreis");
        HubHome home = HubHome.find();
        Installation installation = Installations.load(config, home.connectors());
        assertThat(installation.problems()).isEmpty();
        hub = RunningHub.startIdle(home, installation, new Secrets(config)::resolve);
        long left = file("awo", "F-1", "Yusuf", "Karademir");
        long right = file("jobcenter", "J-1", "Jusuf", "Karademir");
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
        assertThat(out.toString()).contains("awo", "jobcenter", "88,9 %", "1 Paar wartet").doesNotContain("Karademir");

        assertThat(run("review", "show", folder, "1", "--as", "Dora Fremd")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-LNK-001").doesNotContain("\tat ");
        assertThat(out.toString()).doesNotContain("Karademir");

        assertThat(run("review", "show", folder, "--as", "Anna Beispiel")).as(err.toString()).isEqualTo(ExitCodes.WELL);
        assertThat(out.toString()).contains("Karademir", "AWO Beispielstadt", "afghanisch", "Gründe für same", "geschwister");
        assertThat(run("review", "show", folder, "1", "--as", "Bernd Muster")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-LNK-004");

        assertThat(run("review", "decide", folder, "1", "same", "--reason", "gibt-es-nicht", "--as", "Anna Beispiel"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("review", "decide", folder, "1", "same", "--reason", "geschwister", "--as", "Anna Beispiel"))
                .isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-LNK-007");

        assertThat(run("review", "ask", folder, "1", "--source", "awo", "--as", "Anna Beispiel")).isEqualTo(ExitCodes.WELL);
        assertThat(out.toString()).contains("Fragen Sie AWO Beispielstadt (Fachdienst, 05221 000000) nach deren Akte F-1.");
        assertThat(run("review", folder)).isEqualTo(ExitCodes.WELL);
        assertThat(run("status", folder)).isEqualTo(ExitCodes.WELL);
        assertThat(out.toString()).contains("1 weitere sind zurückgelegt");

        assertThat(run("link", "explain", folder, "awo:F-1", "jobcenter:J-1")).as(err.toString()).isEqualTo(ExitCodes.WELL);
        assertThat(out.toString()).contains("Familienname", "Ohne Werte").doesNotContain("Karademir");
        assertThat(run("link", "explain", folder, "awo:F-1", "jobcenter:J-1", "--as", "Anna Beispiel"))
                .isEqualTo(ExitCodes.WELL);
        assertThat(out.toString()).contains("Karademir");
        assertThat(run("link", "explain", folder, "awo:F-1", "jobcenter")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("review")).isEqualTo(ExitCodes.USAGE);
        assertThat(Files.readString(temp.resolve("data/logs/hub.log"))).doesNotContain("Karademir", "F-1", "J-1");
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
                cases.newPersons(1).getFirst(), null, hub.bean(KeyVault.class).encrypt(person.encode(), "persona"))));
        return id;
    }
}
