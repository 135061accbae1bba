package de.kimhub.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.keys.KeyFolder;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.FieldValues;
import de.kimhub.pseudonym.PersonChanges;
import de.kimhub.pseudonym.Pseudonym;
import de.kimhub.pseudonym.Pseudonyms;
import de.kimhub.pseudonym.Rotations;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.KimHub;
import de.kimhub.runtime.RunningHub;
import de.kimhub.testing.StartsHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;

/**
 * One hub at rest for all: the commands work at it, but for those that are run alone, which open one of their own beside
 * it as an administrator's do. Each test has domains of its own.
 */
@StartsHub
class KeysCommandsTest {

    private static final String[] AS = {"--as", "Ida Informatik"};

    @TempDir
    static Path temp;
    private static Path config;
    private static String folder;
    private static RunningHub hub;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeAll
    static void aHubWithDomains() throws IOException {
        config = installation("test", "data: ../../data\n");
        folder = config.toString();
        HubHome home = HubHome.find();
        Installation installation = Installations.load(config, home.connectors());
        assertThat(installation.problems()).isEmpty();
        hub = RunningHub.startIdle(home, installation);
        List.of("teilung", "geheimnis", "nachfrage").forEach(hub.bean(Rotations.class)::create);
    }

    @AfterAll
    static void end() {
        hub.close();
    }

    private static Path installation(String name, String hubYaml) throws IOException {
        Path made = Files.createDirectories(temp.resolve("config").resolve(name));
        Files.createDirectories(made.resolve("instances"));
        Files.writeString(made.resolve("hub.yaml"), hubYaml);
        Files.writeString(made.resolve("sharing.yaml"), "rules: []\n");
        String domains = Files.readString(Path.of("config/demo/pseudonym-domains.yaml"));
        String reversible = domains.substring(domains.indexOf("  - name: fallkonferenz"), domains.indexOf("  - name: terminzettel"));
        StringBuilder more = new StringBuilder("domains:\n");
        List.of("teilung TNG", "geheimnis GHM", "nachfrage NFR").forEach(one -> more.append(reversible
                .replace("fallkonferenz", one.substring(0, one.indexOf(' '))).replace("FKZ", one.substring(one.indexOf(' ') + 1))));
        Files.writeString(made.resolve("pseudonym-domains.yaml"), domains.replace("domains:\n", more));
        Files.writeString(made.resolve("instances/awo.yaml"), """
                title: AWO Beispielstadt
                connector: wohlfahrt-csv
                municipality: "05758004"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                contact: Fachdienst, 05221 000000
                receive: {transport: file, folder: in/awo}
                """);
        return made;
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
        long person = person("F-1", "Beispielow");
        Pseudonym old = hub.bean(Pseudonyms.class).of("steuerung", person);

        assertThat(run("keys", "rotate", folder, "steuerung")).as(err.toString()).isZero();
        assertThat(hub.bean(Pseudonyms.class).of("steuerung", person)).isEqualTo(old);
        assertThat(run("keys", "rotate", folder, "steuerung", "--activate")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("In Kraft: Epoche 2", "Epoche 1: 1 Pseudonyme zugeordnet, 0 ohne Person");
        Pseudonym now = hub.bean(Pseudonyms.class).of("steuerung", person);
        assertThat(hub.bean(Pseudonyms.class).current(old)).isEqualTo(now).isNotEqualTo(old);
        assertThat(run("keys", "retire", folder, "steuerung")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-PSN-018");

        hub.bean(JdbcTemplate.class).update("update pseudonym.epoch set grace_until = now() - interval '1 day' "
                + "where domain = 'steuerung'");
        assertThat(run("keys", "status", folder)).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("Vernichten ist fällig");
        assertThat(run("keys", "retire", folder, "steuerung")).as(err.toString()).isZero();
        assertThat(temp.resolve("data/keys/pseudonyms/steuerung/1.json")).doesNotExist();
        assertThat(run("keys", "rotate", folder, "fallkonferenz", "--compromised")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("neu starten");
        assertThat(run("keys", "rotate", folder, "fallkonferenz")).as(err.toString()).isZero();
        assertThat(run("keys", "rotate", folder, "fallkonferenz", "--discard")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Verworfen: Epoche 3");
        assertThat(run("keys", "rotate", folder, "steuerung", "--activate", "--map")).isEqualTo(ExitCodes.USAGE);
        assertThat(hub.bean(JdbcTemplate.class).queryForList("select action from hub.audit_entry", String.class))
                .contains("key created", "key staged", "key activated", "key destroyed",
                        "key marked as compromised and replaced", "staged key discarded");
    }

    @Test
    void theKeyThatWrapsAllIsSharedOutRehearsedLostAndRecovered() throws IOException {
        Path shares = temp.resolve("teile");
        assertThat(run("keys", "shares", "create", folder, shares.toString())).isEqualTo(ExitCodes.USAGE);
        assertThat(run(as("keys", "shares", "create", folder, shares.toString()))).as(err.toString()).isZero();
        String first = shares.resolve("teil-1.txt").toString();
        String third = shares.resolve("teil-3.txt").toString();
        assertThat(Files.readString(Path.of(first))).contains("Teil 1 von 3", "(test)");
        assertThat(out.toString()).doesNotContain(Files.readString(Path.of(first)).lines().toList().getLast());

        assertThat(run(as("keys", "shares", "rehearse", folder, third, first))).as(err.toString()).isZero();
        assertThat(out.toString()).contains("öffnen alle " + keySets() + " Schlüssel");
        assertThat(run(as("keys", "shares", "rehearse", folder, first, first))).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-KEY-011");
        assertThat(run(as("keys", "shares", "recover", folder, first, third))).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-KEY-014");

        byte[] before = new KeyFolder(keys()).domainKeys().open("teilung", 1).fingerprint();
        byte[] digest = new KeyFolder(keys()).open().digest("case", "A");
        Files.delete(keys().resolve("wrapping-key.json"));
        assertThat(runAlone("keys", "status", folder)).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("HUB-KEY-003").doesNotContain("\tat ");
        assertThat(run(as("keys", "shares", "recover", folder, first, third))).as(err.toString()).isZero();
        assertThat(new KeyFolder(keys()).domainKeys().open("teilung", 1).fingerprint()).isEqualTo(before);
        assertThat(new KeyFolder(keys()).open().digest("case", "A")).isEqualTo(digest);
        assertThat(err.toString()).isEmpty();
        assertThat(hub.bean(JdbcTemplate.class).queryForList("select action from hub.audit_entry where actor = 'Ida Informatik' "
                + "order by at", String.class)).containsExactly("shares of a key created", "recovery of a key rehearsed",
                "key recovered from shares");
    }

    @Test
    void theKeyThatWrapsAllMayComeFromASecret() throws IOException {
        Path secret = installation("geheim", "data: ../../data\nkeys: {wrappingKey: \"secret:HAUPTSCHLUESSEL\"}\n");
        Files.createDirectories(secret.resolve("secrets"));
        Path file = keys().resolve("wrapping-key.json");
        String key = Files.readString(file);
        Files.writeString(secret.resolve("secrets/HAUPTSCHLUESSEL"), key.replaceAll("\\s+", " "));
        Files.delete(file);
        try {
            assertThat(runAlone("keys", "rotate", secret.toString(), "geheimnis")).as(err.toString()).isZero();
            assertThat(keys().resolve("pseudonyms/geheimnis/2.json")).exists();
            assertThat(file).doesNotExist();
        } finally {
            Files.writeString(file, key);
        }
    }

    @Test
    void theLogIsNotVerifiedInAFolderWithoutKeysAndNoneAreMadeThere() throws IOException {
        Path empty = installation("leer", "data: ../../leer\n");

        assertThat(run("audit", "verify", empty.toString())).isEqualTo(ExitCodes.FAILURE);

        assertThat(err.toString()).contains("HUB-KEY-006").doesNotContain("\tat ");
        assertThat(temp.resolve("leer/keys")).doesNotExist();
    }

    @Test
    void whoAPseudonymIsNeedsTwoPeople() {
        String pseudonym = hub.bean(Pseudonyms.class).of("nachfrage", person("F-2", "Karademir")).text();
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

    private static Path keys() {
        return temp.resolve("data/keys");
    }

    @Test
    void aDomainsRecipientIsToldOfPseudonymsThatBecameOne() {
        long stays = person("AWO-81", "Musterbleibt");
        long gone = person("AWO-82", "Mustergeht");
        Pseudonym old = hub.bean(Pseudonyms.class).of("nachfrage", gone);
        Pseudonym now = hub.bean(Pseudonyms.class).of("nachfrage", stays);
        assertThat(run("keys", "changes", folder, "nachfrage")).isEqualTo(ExitCodes.WELL);

        hub.bean(PersonChanges.class).merged(stays, gone);

        assertThat(run("keys", "changes", folder, "nachfrage")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("NUMMER;VORGANG;ALT;NEU", ";zusammengeführt;" + old.text() + ";" + now.text())
                .doesNotContain("AWO-8", "Muster");
    }

    /** Of the hub three, and those of the domains. */
    private static long keySets() throws IOException {
        try (Stream<Path> files = Files.walk(keys().resolve("pseudonyms"))) {
            return 3 + files.filter(Files::isRegularFile).count();
        }
    }

    private static String[] as(String... arguments) {
        return Stream.of(arguments, AS).flatMap(Arrays::stream).toArray(String[]::new);
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
        CommandLine line = line();
        atTheHub(line);
        return line.execute(arguments);
    }

    private int runAlone(String... arguments) {
        return line().execute(arguments);
    }

    private CommandLine line() {
        out = new StringWriter();
        err = new StringWriter();
        return KimHub.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    }

    private static void atTheHub(CommandLine line) {
        if (line.getCommandSpec().userObject() instanceof PseudonymTask task) {
            task.at((installation, step) -> step.applyAsInt(hub));
        }
        line.getSubcommands().values().forEach(KeysCommandsTest::atTheHub);
    }
}
