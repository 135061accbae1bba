package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Expectations;
import de.kimhub.runtime.demo.kreis.Ledger.Held;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All tools of the synthetic Kreis: folders and databases, as {@code config/demo} connects them. */
public final class DemoTools {

    public static final String NATURALISATION_DATABASE = "einbuergerung";
    public static final String COORDINATION_DATABASE = "ki";
    /** Offices that are connected; nothing happens at them in the synthetic Kreis yet. */
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Path folder;
    private final ToolDatabase naturalisation;
    private final ToolDatabase coordination;
    private final Map<Office, DemoTool> tools = new EnumMap<>(Office.class);
    private final Map<Office, Words> words = new EnumMap<>(Office.class);

    private DemoTools(Path folder, ToolDatabase naturalisation, ToolDatabase coordination) {
        this.folder = folder;
        this.naturalisation = naturalisation;
        this.coordination = coordination;
    }

    /**
     * Sets up what is not there yet.
     *
     * @param folder     of the tools' folders
     * @param connectors with the scripts that the tools' administrations run
     */
    public static DemoTools open(Path folder, EmbeddedDatabase cluster, Path connectors) {
        DemoTools tools = new DemoTools(folder, database(cluster, NATURALISATION_DATABASE),
                database(cluster, COORDINATION_DATABASE));
        tools.naturalisation.setUp(connectors.resolve("einbuergerung-jdbc/setup.sql"));
        tools.coordination.setUp(connectors.resolve("ki-koordination-jdbc/setup.sql"));
        Office.caseOffices().forEach(office -> {
            tools.tools.put(office, new CaseFileTool(office, tools.exports(office)));
            tools.words.put(office, Words.of(connectors.resolve("wohlfahrt-csv")));
        });
        tools.tools.put(Office.JOBCENTER, new JobcenterTool(tools.exports(Office.JOBCENTER)));
        tools.tools.put(Office.LANGUAGE_SCHOOL, new LanguageSchoolTool(tools.exports(Office.LANGUAGE_SCHOOL)));
        tools.tools.put(Office.ABH, new ImmigrationOfficeTool(tools.exports(Office.ABH)));
        tools.tools.put(Office.BAMF, new FederalOfficeTool(tools.exports(Office.BAMF)));
        tools.tools.put(Office.REFUGEE_AID, new NoTool());
        tools.words.put(Office.REFUGEE_AID, NoticeSheets.words(connectors.resolve("meldungsblatt")));
        tools.tools.put(Office.NATURALISATION, new NaturalisationTool(tools.naturalisation));
        tools.words.put(Office.NATURALISATION, Words.of(connectors.resolve("einbuergerung-jdbc")));
        tools.tools.put(Office.COORDINATION, new CoordinationTool(tools.coordination));
        tools.words.put(Office.COORDINATION, Words.of(connectors.resolve("ki-koordination-jdbc")));
        tools.createFolders();
        return tools;
    }

    public DemoTool of(Office office) {
        return tools.get(office);
    }

    public Path exports(Office office) {
        return folder.resolve(office.instance()).resolve("export");
    }

    public Path imports(Office office) {
        return folder.resolve(office.instance()).resolve("import");
    }

    /** Where a tool keeps what it has read in; as long as it lies in the import folder the hub may take it back. */
    private Path readIn(Office office) {
        return folder.resolve(office.instance()).resolve("eingelesen");
    }

    /** Every tool that gets files reads in what lies there. */
    public void collect() {
        tools.keySet().stream().filter(office -> Files.isDirectory(imports(office))).forEach(this::collect);
    }

    private void collect(Office office) {
        try (Stream<Path> files = Files.list(imports(office))) {
            Files.createDirectories(readIn(office));
            for (Path file : files.filter(DemoTools::isFinished).toList()) {
                Files.move(file, readIn(office).resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(imports(office) + " can't be read in", e);
        }
    }

    private static boolean isFinished(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
    }

    /** Whether the hub has fetched every export. */
    public boolean exportsFetched() {
        return tools.keySet().stream().map(this::exports).filter(Files::isDirectory).noneMatch(DemoTools::hasFiles);
    }

    /** What the office's tool got from the hub and read in, in the order in which it got it. */
    public List<ReceivedItem> received(Office office) {
        return switch (office) {
            case AWO_BUENDE, AWO_LOEHNE, CARITAS_HERFORD, HIDDENHAUSEN -> new DeliveredCsv(readIn(office)).rows()
                    .stream().map(row -> item(office, row, "FALLNUMMER", "EREIGNIS", "ART",
                            german(row.get("DATUM")))).toList();
            case NATURALISATION -> naturalisation.rows("select * from kim_eingang order by nr").stream()
                    .map(row -> item(office, row, "aktenzeichen", "ereignis", "art",
                            LocalDate.parse(row.get("datum")))).toList();
            case COORDINATION -> coordination.rows("select * from ereignis where hub_id is not null order by id")
                    .stream().map(row -> item(office, row, "fall_nr", "ereignis", "art",
                            LocalDate.parse(row.get("datum")))).toList();
            case REFUGEE_AID -> new NoticeSheets(readIn(office)).rows().stream()
                    .map(row -> item(office, row, NoticeSheets.FILE_NUMBER, NoticeSheets.EVENT, NoticeSheets.KIND,
                            german(row.get(NoticeSheets.DAY)))).toList();
            case JOBCENTER, LANGUAGE_SCHOOL, ABH, BAMF -> List.of();
        };
    }

    /** The same for the ledger. A stop is no event: it says that nothing more will come. */
    public List<Held> held(Office office) {
        return received(office).stream().filter(item -> !item.isStop())
                .map(item -> new Held(Expectations.line(item.fileNumber(), item.eventType()),
                        Expectations.token(item.eventType(), "status".equals(item.kind()) ? "event" : item.kind(),
                                item.on()))).toList();
    }

    private ReceivedItem item(Office office, Map<String, String> row, String fileNumber, String event, String kind,
                              LocalDate on) {
        Words own = words.get(office);
        String number = row.get(fileNumber);
        return new ReceivedItem(number == null ? "" : number,
                own.eventTypes().getOrDefault(row.get(event), "unknown." + row.get(event)),
                own.kinds().getOrDefault(row.get(kind), "unknown"), on, row);
    }

    /** A stop or a retraction may come without its day. */
    private static LocalDate german(String day) {
        return day.isEmpty() ? null : LocalDate.parse(day, GERMAN);
    }

    private static ToolDatabase database(EmbeddedDatabase cluster, String name) {
        cluster.create(name);
        return new ToolDatabase(cluster.dataSource(name));
    }

    private void createFolders() {
        try {
            Files.createDirectories(folder.resolve(Office.JOBCENTER.instance()).resolve("teilnehmende"));
            for (Office office : tools.keySet()) {
                if (office != Office.NATURALISATION && office != Office.COORDINATION) {
                    Files.createDirectories(imports(office));
                    Files.createDirectories(readIn(office));
                }
                if (office != Office.NATURALISATION && office != Office.COORDINATION && office != Office.REFUGEE_AID) {
                    Files.createDirectories(exports(office));
                    Files.createDirectories(folder.resolve(office.instance()).resolve("quittungen"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the tools' folders can't be made", e);
        }
    }

    private static boolean hasFiles(Path exports) {
        try (Stream<Path> files = Files.list(exports)) {
            return files.anyMatch(DemoTools::isFinished);
        } catch (IOException e) {
            throw new UncheckedIOException(exports + " can't be read", e);
        }
    }
}
