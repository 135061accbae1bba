package de.kimhub.runtime.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.connector.Installation;
import de.kimhub.linkage.review.FilePair.Named;
import de.kimhub.processing.PersonReport;
import de.kimhub.processing.PersonReports;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a person under Art. 15 DSGVO. */
@Command(name = "report", mixinStandardHelpOptions = true, description = {
        "Schreibt alles, was der Hub von einer Person speichert und wem er was weitergegeben hat (Art. 15 DSGVO): als Seite "
                + "zum Lesen und Drucken, mit --json auch maschinenlesbar.",
        "Die Dateien enthalten die Angaben der Person: Nur ihr aushändigen und danach löschen. Vorher prüfen, ob die Akten "
                + "wirklich alle ihre sind (Abschnitt \"Verbindungen\").",
        "Das Aktenzeichen steht dabei in der Befehlszeile und damit vielleicht im Verlauf der Shell.",
        "Ergebnis: 0 geschrieben, 1 der Hub kennt diese Akte nicht."})
final class PersonReportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "AKTE", converter = FileArgument.class,
            description = "INSTANZ:AKTENZEICHEN, z. B. awo-buende:F-17.")
    private Named file;

    @Option(names = "--as", paramLabel = "NAME", required = true,
            description = "Wer die Auskunft erteilt; steht im Protokoll.")
    private String askedBy;

    @Option(names = "--out", paramLabel = "DATEI", required = true,
            description = "Wohin die Seite (HTML) geschrieben wird; eine neue Datei.")
    private Path out;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt dasselbe als JSON in diese neue Datei.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = command.commandLine().getOut();
        NewFiles.mustBeNew(command.commandLine(), out);
        NewFiles.mustBeNew(command.commandLine(), json);
        HubHome home = HubHome.find();
        Installation installation = InstallationFolder.load(home, folder, command.commandLine().getErr());
        Optional<PersonReport> report;
        try (RunningHub hub = RunningHub.startIdle(home, installation)) {
            report = hub.bean(PersonReports.class).of(file.instance(), file.number(), askedBy);
        }
        if (report.isEmpty()) {
            terminal.println("Der Hub hat keine solche Akte. Von wem nichts weitergegeben werden darf, hält er nur Prüfzahlen, "
                    + "aus denen sich nichts ablesen lässt.");
            terminal.flush();
            return ExitCodes.FINDINGS;
        }
        NewFiles.write(out, PersonReportPage.of(report.get(), OfficeNames.of(installation)));
        if (json != null) {
            NewFiles.write(json, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report.get()));
        }
        if (report.get().underBlock()) {
            terminal.println("Für die Person ist eine Auskunftssperre eingetragen: Die Datei nennt, wo sie ist.");
        }
        terminal.printf("Akten: %d, Ereignisse: %d, Einwilligungen: %d.%n", report.get().files().size(),
                report.get().events().size(), report.get().consents().size());
        terminal.flush();
        return ExitCodes.WELL;
    }
}
