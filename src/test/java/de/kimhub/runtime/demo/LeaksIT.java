package de.kimhub.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.KimHub;
import de.kimhub.runtime.demo.LeakHunt.Find;
import de.kimhub.runtime.demo.Marks.Kind;
import de.kimhub.runtime.demo.Marks.Mark;
import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Month;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.kreis.SyntheticKreis;
import de.kimhub.runtime.demo.process.HubBooks;
import de.kimhub.runtime.demo.process.HubProcess;
import de.kimhub.runtime.demo.process.PackagedProgram;
import de.kimhub.runtime.demo.tool.DemoTools;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A synthetic year of marked people through the shipped installation, in a process of its own, with broken input, tools
 * that refuse, and a kill: nothing that tells who somebody is stands anywhere but with who said it.
 */
@ExtendWith(PackagedProgram.class)
class LeaksIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PEOPLE = 40;
    private static final int HALF = SyntheticKreis.MONTHS / 2;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Marks marks = new Marks();
    private DemoInstallation demo;
    private EmbeddedDatabase cluster;
    private DemoTools tools;
    private HubBooks books;
    private HubProcess hub;

    @BeforeEach
    void theToolsAreThereBeforeTheHub() throws IOException {
        HubHome home = HubHome.find();
        demo = DemoInstallation.fresh(home.folder(), folder.resolve("demo"));
        Files.createDirectories(folder.resolve("tmp"));
        cluster = EmbeddedDatabase.open(demo.data());
        tools = DemoTools.open(demo.tools(), cluster, home.connectors());
        startHub();
        // without it nothing is counted for the steering group
        printed("keys", "create", demo.configuration().toString(), "steuerung");
        books = new HubBooks(cluster.dataSource(EmbeddedDatabase.HUB));
    }

    @AfterEach
    void stop() {
        hub.close();
        cluster.close();
    }

    private void startHub() {
        hub = HubProcess.start(new HubProcess.Launch(demo.configuration(), folder.resolve("console.log"),
                List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir="
                        + folder.resolve("tmp")), Map.of("LOGGING_LEVEL_DE_KIMHUB", "TRACE")));
        assertThat(hub.awaitReady(PATIENCE)).as(hub.printed()).isTrue();
    }

    @Test
    void nothingThatTellsWhoSomebodyIsStandsAnywhereButWithWhoSaidIt() throws IOException {
        List<Month> year = SyntheticKreis.draw(20, PEOPLE, LocalDate.now().withDayOfMonth(1).minusMonths(12)).months();
        live(year.subList(0, HALF));
        awaitDrained();
        Awkward awkward = new Awkward(tools, marks);
        refuseDeliveries(true);
        awkward.wholeFiles();
        awkward.records();
        live(year.subList(HALF, year.size()));
        awaitQuarantine();
        hub.kill();
        refuseDeliveries(false);
        startHub();
        awaitDrained();

        LeakHunt hunt = new LeakHunt(marks.all());
        theYearWasReallyMarked(hunt);
        Set<Find> leaks = new LinkedHashSet<>(hunt.columns(cluster.dataSource(EmbeddedDatabase.HUB)));
        leaks.addAll(hunt.bytes("output of commands", printed("status", demo.configuration().toString(), "--why")));
        leaks.addAll(hunt.bytes("output of commands", printed("replay", demo.configuration().toString(), "--all")));
        Set<Mark> toolsOwn = new LinkedHashSet<>();
        Set<String> toolsFolders = toolDatabases(hunt, toolsOwn);
        hub.close();
        cluster.close();
        leaks.addAll(hunt.bytes("console", Files.readAllBytes(folder.resolve("console.log"))));
        leaks.addAll(hunt.files(folder.resolve("tmp"), file -> true));
        leaks.addAll(hunt.files(demo.data(), hubsOwn()));
        leaks.addAll(atOthers(hunt, awkward));
        leaks.addAll(hunt.files(demo.data().resolve("postgres"), file -> toolsFolders.stream().noneMatch(oid ->
                file.toString().contains("/base/" + oid + "/"))).stream().filter(find -> !toolsOwn.contains(find.mark())
                || find.where().contains("/base/")).toList());

        assertThat(LeakHunt.told(leaks)).isEmpty();
    }

    /** Everything in the data folder but the tools' and the database's. */
    private Predicate<Path> hubsOwn() {
        return file -> !file.startsWith(demo.tools()) && !file.startsWith(demo.data().resolve("postgres"));
    }

    /** Case management first, as it asks for consent, then offices and courses, then the Jobcenter's stock; each when the one before is read. */
    private void live(List<Month> months) {
        LocalDate last = months.getLast().first();
        for (int wave = 0; wave < 3; wave++) {
            for (Month month : months) {
                for (Happening one : marks.marked(month, wave)) {
                    tools.of(one.at()).enter(one);
                }
            }
            for (Office office : Office.values()) {
                if (office != Office.JOBCENTER || wave == 2) {
                    tools.of(office).handOver(last);
                }
            }
            Awaitility.await().atMost(PATIENCE).until(() -> tools.exportsFetched()
                    && books.number("select count(*) from hub.source_document where state = 0") == 0);
        }
    }

    /** A folder that is none, and a table whose refusal quotes the whole row. */
    private void refuseDeliveries(boolean refuse) throws IOException {
        JdbcTemplate naturalisation = new JdbcTemplate(cluster.dataSource(DemoTools.NATURALISATION_DATABASE));
        Path imports = tools.imports(Office.AWO_BUENDE);
        Path aside = imports.resolveSibling("import-aside");
        if (refuse) {
            naturalisation.execute("alter table kim_eingang add constraint nothing check (hub_id = '') not valid");
            Files.move(imports, aside);
            Files.writeString(imports, "no folder");
        } else {
            naturalisation.execute("alter table kim_eingang drop constraint nothing");
            Files.delete(imports);
            Files.move(aside, imports);
            books.jdbc().update("update hub.delivery_lane set next_attempt_at = now()");
        }
    }

    private void awaitQuarantine() {
        org.awaitility.Awaitility.await().atMost(PATIENCE).until(() -> tools.exportsFetched()
                && books.number("select count(*) from hub.quarantine") > 0
                && books.number("select count(*) from hub.source_document where state = 2 and code is not null") >= 3
                && books.number("select count(*) from hub.delivery_lane where failures > 0") > 0);
    }

    private void awaitDrained() {
        assertThat(books.awaitDrained(tools::exportsFetched, PATIENCE)).as("%d are not finished", books.unfinished()).isTrue();
    }

    /** Each kind of mark was handed over, taken in and kept, or the hunt proves nothing. */
    private void theYearWasReallyMarked(LeakHunt hunt) throws IOException {
        Set<Kind> said = hunt.files(demo.tools(), file -> true).stream().map(find -> find.mark().kind()).collect(Collectors.toSet());
        assertThat(said).containsExactlyInAnyOrder(Kind.values());
        assertThat(books.number("select count(*) from identity.persona")).isGreaterThan(PEOPLE / 2);
        assertThat(books.number("select count(*) from hub.event where payload is not null")).isGreaterThan(PEOPLE);
        assertThat(books.number("select count(*) from hub.delivery_batch where attempts > 1")).isPositive();
        assertThat(books.number("select count(*) from steering.unit where person is not null")).isGreaterThan(PEOPLE);
        assertThat(books.number("select count(*) from hub.quarantine")).isGreaterThan(10);
        assertThat(Files.readString(demo.data().resolve("logs/hub.log"))).contains("HUB-");
    }

    /** What an office gets: receipts, lists and deliveries. Its own file numbers are all that may tell it who is meant. */
    private Set<Find> atOthers(LeakHunt hunt, Awkward awkward) throws IOException {
        Set<Find> found = new LinkedHashSet<>();
        for (Office office : Office.values()) {
            Path own = demo.tools().resolve(office.instance());
            Set<Mark> said = marksOf(hunt.files(own.resolve("export"), file -> true));
            hunt.files(own, file -> !file.startsWith(own.resolve("export"))).stream()
                    .filter(find -> !mayHave(office, find, said, awkward)).forEach(found::add);
        }
        return found;
    }

    private static boolean mayHave(Office office, Find find, Set<Mark> said, Awkward awkward) {
        boolean receipt = find.where().contains("/quittungen/");
        boolean ownMessageComesBack = receipt && office == Office.ABH && said.contains(find.mark());
        boolean ownWord = receipt && find.mark().text().equals(awkward.nameOfFileAndColumn());
        boolean ownNumber = !receipt && find.mark().office() == office && find.mark().kind() != Kind.AZR;
        return ownMessageComesBack || ownWord || ownNumber;
    }

    private static Set<Mark> marksOf(Collection<Find> finds) {
        return finds.stream().map(Find::mark).collect(Collectors.toSet());
    }

    /** The demo's tools have their databases in the hub's cluster: what they hold is theirs. */
    private Set<String> toolDatabases(LeakHunt hunt, Set<Mark> own) {
        List<String> names = List.of(DemoTools.NATURALISATION_DATABASE, DemoTools.COORDINATION_DATABASE);
        names.forEach(name -> own.addAll(marksOf(hunt.columns(cluster.dataSource(name)))));
        return names.stream().map(name -> books.jdbc().queryForObject("select oid::text from pg_database where datname = ?",
                String.class, name)).collect(Collectors.toSet());
    }

    private byte[] printed(String... arguments) {
        StringWriter output = new StringWriter();
        KimHub.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(output)).execute(arguments);
        assertThat(output.toString()).isNotBlank();
        return output.toString().getBytes(StandardCharsets.UTF_8);
    }
}
