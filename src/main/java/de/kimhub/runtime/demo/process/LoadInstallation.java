package de.kimhub.runtime.demo.process;

import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.demo.tool.ToolDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An installation for load: a Jobcenter and an association give; the association and a municipal case management take
 * files, a naturalisation authority takes rows.
 */
public record LoadInstallation(Path folder) {

    public static final String JOBCENTER = "jobcenter";
    public static final String ASSOCIATION = "awo-buende";
    public static final String MUNICIPAL = "fallmanagement-loehne";
    public static final String NATURALISATION = "einbuergerung";
    /** Name of the database of the naturalisation authority's tool, in the hub's own cluster. */
    public static final String TOOL_DATABASE = "eb-verfahren";

    private static final String SHARING = """
            rules:
              - id: jobcenter-massnahmen
                from: jobcenter
                to: [wohlfahrtsverband, kommunales-case-management]
                events: [measure.started]
                fields: [event.occurredOn, "measure.*", "unit.*"]
                purpose: case-management
                legalBasis: "Art. 6 Abs. 1 lit. a DSGVO"
                consent: required
                secrecyRelease: not-needed
                unknownPerson: withhold
                retention: P1Y
              - id: jobcenter-leistungsbezug
                from: jobcenter
                to: einbuergerungsbehoerde
                events: [benefit.started]
                fields: [event.occurredOn, "benefit.*", "unit.*"]
                purpose: case-management
                legalBasis: "Art. 6 Abs. 1 lit. a DSGVO"
                consent: required
                secrecyRelease: not-needed
                unknownPerson: withhold
                retention: P1Y
              - id: verband-vermittlungen
                from: wohlfahrtsverband
                to: kommunales-case-management
                events: [case.referred]
                fields: [event.occurredOn, referral.to, consultation.theme, "unit.*"]
                purpose: case-management
                legalBasis: "Art. 6 Abs. 1 lit. a DSGVO"
                consent: required
                secrecyRelease: required
                unknownPerson: withhold
                retention: P1Y
            """;

    public Path configuration() {
        return folder.resolve("config");
    }

    /** Where the hub keeps its own. */
    public Path data() {
        return folder.resolve("hub");
    }

    public Path exportOf(String instance) {
        return folder.resolve("tools").resolve(instance).resolve("export");
    }

    public Path importOf(String instance) {
        return folder.resolve("tools").resolve(instance).resolve("import");
    }

    public Path acknowledgementsOf(String instance) {
        return folder.resolve("tools").resolve(instance).resolve("quittungen");
    }

    /**
     * @param work    block of {@code hub.yaml} below {@code work:}, in braces
     * @param batches events in one delivery
     * @param hub     further lines of {@code hub.yaml}
     */
    public void write(String work, int batches, String hub) {
        write("hub.yaml", "data: ../hub\nwork: " + work + "\n" + hub);
        write("sharing.yaml", SHARING);
        write("instances/" + JOBCENTER + ".yaml", instance("Jobcenter", "jobcenter-csv", "jobcenter")
                + receiveFiles(JOBCENTER));
        write("instances/" + ASSOCIATION + ".yaml", instance("AWO", "wohlfahrt-csv", "wohlfahrtsverband")
                + receiveFiles(ASSOCIATION) + deliverFiles(ASSOCIATION, batches));
        write("instances/" + MUNICIPAL + ".yaml", instance("Fallmanagement", "wohlfahrt-csv",
                "kommunales-case-management") + receiveFiles(MUNICIPAL) + deliverFiles(MUNICIPAL, batches));
        write("instances/" + NATURALISATION + ".yaml", instance("Einbürgerung", "einbuergerung-jdbc",
                "einbuergerungsbehoerde") + """
                receive:
                  transport: jdbc
                  url: embedded:%1$s
                  view: kim_export
                  changedAt: geaendert_am
                  id: vorgang_id
                  pageSize: "50"
                  overlap: PT10S
                  delay: "300"
                deliver:
                  transport: jdbc
                  url: embedded:%1$s
                  table: kim_eingang
                  receiptTable: kim_hub_quittung
                lanes: 4
                batchSize: %2$d
                """.formatted(TOOL_DATABASE, batches));
    }

    /** Makes the tools' folders and the naturalisation authority's database; the hub must not run yet. */
    public void prepare() {
        try {
            for (String instance : List.of(JOBCENTER, ASSOCIATION, MUNICIPAL)) {
                Files.createDirectories(exportOf(instance));
                Files.createDirectories(importOf(instance));
                Files.createDirectories(acknowledgementsOf(instance));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the tools' folders can't be made", e);
        }
        new HubCluster(data()).prepare(cluster -> {
            cluster.create(TOOL_DATABASE);
            new ToolDatabase(cluster.dataSource(TOOL_DATABASE))
                    .setUp(HubHome.find().connectors().resolve("einbuergerung-jdbc/setup.sql"));
        });
    }

    /** The association's tool has a new theme, and the installation learns what it means: refused rows can be replayed. */
    public void learnTheme(String theirs, String canonical) {
        Path shipped = HubHome.find().connectors().resolve("wohlfahrt-csv");
        Path own = configuration().resolve("connectors/wohlfahrt-csv");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = own.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            Path themes = own.resolve("codelists/thema.csv");
            String list = Files.readString(themes);
            Files.writeString(themes, list + (list.endsWith("\n") ? "" : "\n") + theirs + ";" + canonical + ";Neu;;\n");
        } catch (IOException e) {
            throw new UncheckedIOException(own + " can't be written", e);
        }
    }

    private static String instance(String title, String connector, String authority) {
        return """
                title: %s
                connector: %s
                municipality: "05758"
                authority: %s
                mode: live
                release: {controller: Synthetische Stelle, contract: keiner, contractDate: 2026-01-02, date: 2026-01-02}
                contact: "Synthetische Stelle, 05221 000000"
                """.formatted(title, connector, authority);
    }

    private static String receiveFiles(String id) {
        return """
                receive: {transport: file, folder: ../tools/%1$s/export, delay: "200", minAge: "200"}
                acknowledgements: {transport: file, folder: ../tools/%1$s/quittungen}
                """.formatted(id);
    }

    private static String deliverFiles(String id, int batches) {
        return """
                deliver: {transport: file, folder: ../tools/%s/import}
                batchSize: %d
                """.formatted(id, batches);
    }

    private void write(String name, String text) {
        Path file = configuration().resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be written", e);
        }
    }
}
