package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.privacy.AuditReport;
import de.kimhub.runtime.HubDatabase;
import de.kimhub.runtime.HubHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists entries of the audit log. */
@Command(name = "show", mixinStandardHelpOptions = true, description = {
        "Zeigt Einträge des Protokolls: wann, wer, was, woran, auf welcher Grundlage. Keine Inhalte, keine Namen von "
                + "Betroffenen, keine Aktenzeichen.",
        "Ergebnis: 0 es gibt Einträge, 1 es gibt keine."})
public final class AuditShowCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.GERMANY).withZone(ZoneId.systemDefault());

    @Parameters(paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Option(names = "--since", paramLabel = "TAG", description = "Ab diesem Tag, z. B. 2026-11-01. Sonst die letzten 7 Tage.")
    private LocalDate since = LocalDate.now().minusDays(7);

    @Option(names = "--until", paramLabel = "TAG", description = "Bis zu diesem Tag, ihn eingeschlossen.")
    private LocalDate until = LocalDate.now();

    @Option(names = "--by", paramLabel = "WER", description = "Nur, was diese Instanz oder Person getan hat.")
    private String by;

    @Option(names = "--action", paramLabel = "WAS", description = "Nur Einträge dieser Art, z. B. sealed.")
    private String action;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        ZoneId zone = ZoneId.systemDefault();
        PrintWriter out = command.commandLine().getOut();
        long shown;
        try (HubDatabase database = HubDatabase.open(installation)) {
            AuditReport report = new AuditReport(database.source());
            shown = report.forEach(since.atStartOfDay(zone).toOffsetDateTime(),
                    until.plusDays(1).atStartOfDay(zone).toOffsetDateTime(), by, action,
                    line -> out.printf("%s  %s  %s  %s  %d%s%n", TIME.format(line.at()), line.actor(), line.action(),
                            line.subject(), line.count(), line.ground() == null ? "" : "  " + line.ground()));
        }
        out.flush();
        return shown == 0 ? ExitCodes.FINDINGS : ExitCodes.WELL;
    }
}
