package de.kimhub.runtime.command;

import de.kimhub.connector.Connector;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.Opening;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.RecordReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the hub makes of a file. Nothing is stored. */
@Command(name = "try", mixinStandardHelpOptions = true, description = {
        "Zeigt Schritt für Schritt, was der Hub aus einer Datei macht. Gespeichert wird nichts.",
        "Die Ausgabe zeigt den Inhalt der Datei: sie gehört nicht in fremde Hände.",
        "Ergebnis: 0 alles lesbar, 1 etwas wird zurückgestellt oder die Datei abgelehnt."})
public final class TryCommand implements Callable<Integer> {

    private static final int AT_ONCE = 500;

    @Parameters(index = "0", paramLabel = "KONNEKTOR", description = "Name in connectors/ oder Ordner eines Konnektors.")
    private String connector;

    @Parameters(index = "1", paramLabel = "DATEI", description = "Ein Export des Fachverfahrens.")
    private Path file;

    @Option(names = "--records", paramLabel = "ZAHL", defaultValue = "20",
            description = "So viele Datensätze werden ausführlich gezeigt. Vorgabe: ${DEFAULT-VALUE}.")
    private long shown;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt alles als JSON in diese Datei.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        Connector loaded = ConnectorArgument.load(connector, command.commandLine().getErr());
        if (loaded.descriptor().receives().isEmpty()) {
            throw new HubFailure(RuntimeProblem.WRONG_PARAMETER,
                    "Der Konnektor '" + loaded.id() + "' nimmt nichts entgegen (kein Abschnitt 'receive').");
        }
        DocumentContent content = content(loaded);
        TrialReport report = new TrialReport(loaded, file, shown, json != null, out);
        report.begin(Files.size(file));
        switch (loaded.translator().open(content, ReadMark.START)) {
            case Opening.RefusedDocument refused -> report.refused(refused.problems());
            case Opening.Opened opened -> read(loaded, opened, report);
        }
        report.end();
        if (json != null) {
            Files.writeString(json, report.toJson());
        }
        out.flush();
        return report.isWell() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }

    private static void read(Connector connector, Opening.Opened opened, TrialReport report) throws IOException {
        report.opened(opened.findings());
        try (RecordReader reader = opened.reader()) {
            for (List<RawRecord> page = reader.read(AT_ONCE); !page.isEmpty(); page = reader.read(AT_ONCE)) {
                for (RawRecord row : page) {
                    switch (row) {
                        case RawRecord.Unreadable unreadable -> report.unreadable(unreadable);
                        case RawRecord.Readable readable ->
                                report.read(readable, connector.translator().translate(readable));
                    }
                }
            }
        }
    }

    private DocumentContent content(Connector loaded) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new HubFailure(RuntimeProblem.WRONG_PARAMETER, Files.isDirectory(file) ? file + " ist ein Ordner; "
                    + "gebraucht wird eine Datei." : "Die Datei " + file + " gibt es nicht.");
        }
        return FileContent.of(file, loaded.translator());
    }
}
