package de.kimhub.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Secrets;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.FieldValues;
import de.kimhub.pseudonym.Pseudonym;
import de.kimhub.pseudonym.Pseudonyms;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.KimHub;
import de.kimhub.runtime.RunningHub;
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
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;

/** On the whole hub, which is at rest beside the commands as a running one would be. */
class KeysCommandsTest {

    @TempDir
    Path temp;
    private Path config;
    private String folder;
    private RunningHub hub;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void aHubWithDomainsAndSomebody() throws IOException {
        config = Files.createDirectories(temp.resolve("config/test"));
        folder = config.toString();
        Files.createDirectories(config.resolve("instances"));
        Files.writeString(config.resolve("hub.yaml"), "data: ../../data\n");
        Files.writeString(config.resolve("sharing.yaml"), "rules: []\n");
        Files.copy(Path.of("config/demo/pseudonym-domains.yaml"), config.resolve("pseudonym-domains.yaml"));
        Files.writeString(config.resolve("instances/awo.yaml"), """
                title: AWO Beispielstadt
                connector: wohlfahrt-csv
                municipality: "05758004"
                contact: Fachdienst, 05221 000000
                receive: {transport: file, folder: in/awo}
                """);
        start();
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    void anAdministratorCreatesChangesAndDestroysKeysWhileTheHubRuns() {
        assertThat(run("keys", "status", folder)).as(err.toString()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("steuerung (STG): noch kein Schlüssel", "terminzettel (TMP): zufällige Token");
        assertThat(run("keys", "create", folder, "unbekannt")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-PSN-010").doesNotContain("\tat ");
        assertThat(run("keys", "create", folder, "steuerung")).as(err.toString()).isZero();
        assertThat(run("keys", "create", folder, "fallkonferenz")).isZero();
        assertThat(run("keys", "status", folder)).as(out.toString()).isZero();
        long person = person("F-1", "Karademir");
        Pseudonym old = hub.bean(Pseudonyms.class).of("steuerung", person);

        assertThat(run("keys", "rotate", folder, "steuerung")).as(err.toString()).isZero();
        assertThat(hub.bean(Pseudonyms.class).of("steuerung", person)).isEqualTo(old);
        assertThat(run("keys", "rotate", folder, "steuerung", "--activate")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("In Kraft: Epoche 2", "Epoche 1: 1 Pseudonyme zugeordnet, 0 ohne Person");
        Pseudonym now = hub.bean(Pseudonyms.class).of("steuerung", person);
        assertThat(hub.bean(Pseudonyms.class).current(old)).isEqualTo(now).isNotEqualTo(old);
        assertThat(run("keys", "retire", folder, "steuerung")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-PSN-018");

        hub.bean(JdbcTemplate.class).update("update pseudonym.epoch set grace_until = now() - interval '1 day'");
        assertThat(run("keys", "status", folder)).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("Vernichten ist fällig");
        assertThat(run("keys", "retire", folder, "steuerung")).as(err.toString()).isZero();
        assertThat(temp.resolve("data/keys/pseudonyms/steuerung/1.json")).doesNotExist();
        assertThat(run("keys", "rotate", folder, "fallkonferenz", "--compromised")).as(err.toString()).isZero();
        assertThat(run("keys", "rotate", folder, "steuerung", "--activate", "--map")).isEqualTo(ExitCodes.USAGE);
        assertThat(hub.bean(JdbcTemplate.class).queryForList("select action from hub.audit_entry", String.class))
                .contains("key created", "key staged", "key activated", "key destroyed",
                        "key marked as compromised and replaced");
    }

    @Test
    void theKeyThatWrapsAllIsSharedOutRehearsedLostAndRecovered() throws IOException {
        Path shares = temp.resolve("teile");
        assertThat(run("keys", "create", folder, "steuerung")).isZero();
        assertThat(run("keys", "shares", "create", folder, shares.toString())).as(err.toString()).isZero();
        String first = shares.resolve("teil-1.txt").toString();
        String third = shares.resolve("teil-3.txt").toString();
        assertThat(Files.readString(Path.of(first))).contains("Teil 1 von 3", "(test)");
        assertThat(out.toString()).doesNotContain(Files.readString(Path.of(first)).lines().toList().getLast());

        assertThat(run("keys", "shares", "rehearse", folder, third, first)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("öffnen alle 4 Schlüssel");
        assertThat(run("keys", "shares", "rehearse", folder, first, first)).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-KEY-011");
        assertThat(run("keys", "shares", "recover", folder, first, third)).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-KEY-014");

        Pseudonym before = hub.bean(Pseudonyms.class).of("steuerung", 17);
        hub.close();
        Files.delete(temp.resolve("data/keys/wrapping-key.json"));
        assertThat(run("keys", "status", folder)).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-KEY-003").doesNotContain("\tat ");
        assertThat(run("keys", "shares", "recover", folder, first, third)).as(err.toString()).isZero();
        start();
        assertThat(hub.bean(Pseudonyms.class).of("steuerung", 17)).isEqualTo(before);
    }

    @Test
    void theKeyThatWrapsAllMayComeFromASecret() throws IOException {
        hub.close();
        Files.createDirectories(config.resolve("secrets"));
        Path file = temp.resolve("data/keys/wrapping-key.json");
        Files.writeString(config.resolve("secrets/HAUPTSCHLUESSEL"), Files.readString(file).replaceAll("\\s+", " "));
        Files.delete(file);
        Files.writeString(config.resolve("hub.yaml"), "data: ../../data\nkeys: {wrappingKey: \"secret:HAUPTSCHLUESSEL\"}\n");
        start();
        assertThat(run("keys", "create", folder, "steuerung")).as(err.toString()).isZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void whoAPseudonymIsNeedsTwoPeople() {
        assertThat(run("keys", "create", folder, "fallkonferenz")).isZero();
        String pseudonym = hub.bean(Pseudonyms.class).of("fallkonferenz", person("F-1", "Karademir")).text();
        String[] request = {"reidentify", "request", folder, pseudonym.toLowerCase(), "--as", "Frida Fachlich", "--purpose",
            "berichtigung", "--legal-basis", "Art. 16 DSGVO", "--fields", "person.names.official.family,person.telephone"};
        assertThat(run(request)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Antrag 1 ist gestellt").doesNotContain("Karademir");
        assertThat(run("reidentify", "list", folder)).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("Antrag 1: Frida Fachlich (fachdienst)").doesNotContain(pseudonym);
        request[3] = pseudonym.substring(0, pseudonym.length() - 1) + (pseudonym.endsWith("A") ? "B" : "A");
        assertThat(run(request)).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("vermutlich das 48. Zeichen");

        assertThat(run("reidentify", "approve", folder, "1", "--as", "Frida Fachlich")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-PSN-042");
        assertThat(run("reidentify", "show", folder, "1", "--as", "Frida Fachlich")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-PSN-045");
        assertThat(run("reidentify", "approve", folder, "1", "--as", "Dora Datenschutz")).as(err.toString()).isZero();
        assertThat(run("reidentify", "show", folder, "1", "--as", "Frida Fachlich")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("person.names.official.family: Karademir", "person.telephone: nicht bekannt")
                .doesNotContain("Yusuf");
        assertThat(run("reidentify", "show", folder, "1", "--as", "Frida Fachlich")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-PSN-046");
    }

    private void start() {
        HubHome home = HubHome.find();
        Installation installation = Installations.load(config, home.connectors());
        assertThat(installation.problems()).isEmpty();
        hub = RunningHub.startIdle(home, installation, new Secrets(config)::resolve);
    }

    private long person(String number, String family) {
        SourceCases cases = hub.bean(SourceCases.class);
        hub.bean(JdbcTemplate.class).update("insert into hub.instance (id) values ('awo') on conflict do nothing");
        int no = hub.bean(JdbcTemplate.class).queryForObject("select no from hub.instance where id = 'awo'", Integer.class);
        FieldValues person = FieldValues.builder().set("person.names.official.family", family)
                .set("person.names.official.given", "Yusuf").build();
        long id = cases.newCaseNumbers(1).getFirst();
        hub.bean(TransactionTemplate.class).executeWithoutResult(status -> hub.bean(PersonRegister.class).open(
                List.of(new NewFile(id, number, new Persona(no, "wohlfahrtsverband", cases.digest("awo", number), person,
                        null), null)), Set::copyOf));
        return hub.bean(JdbcTemplate.class).queryForObject("select person_id from identity.source_case where id = ?",
                Long.class, id);
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = KimHub.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }
}
