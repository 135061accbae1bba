package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.processing.MovedReport;
import de.kimhub.runtime.HubDatabase;
import de.kimhub.runtime.HubHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what was given under the wrong person. */
@Command(name = "moved", mixinStandardHelpOptions = true, description = {
        "Zeigt, was wem unter einer falschen Person gegeben wurde, bevor der Vorgang Akten trennte oder verband, was davon "
                + "zurückgenommen ist und was noch nicht. Keine Inhalte, keine Aktenzeichen.",
        "Ergebnis: 0 niemand hat etwas bekommen, 1 es steht etwas in der Liste."})
public final class LinkMovedCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "VORGANG", description = "Nummer des Vorgangs, der die Akten bewegt hat.")
    private long event;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        List<MovedReport.Line> lines;
        try (HubDatabase database = HubDatabase.open(installation)) {
            lines = new MovedReport(database.jdbc()).of(event);
        }
        PrintWriter out = command.commandLine().getOut();
        print(out, lines);
        if (lines.isEmpty()) {
            out.printf("Vorgang %d: niemand hat etwas unter einer falschen Person bekommen.%n", event);
        }
        out.flush();
        return lines.isEmpty() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }

    private static void print(PrintWriter out, List<MovedReport.Line> lines) {
        List<MovedReport.Line> wrong = lines.stream().filter(line -> line.day() != null).toList();
        if (!wrong.isEmpty()) {
            out.println("Unter einer falschen Person gegeben:");
            wrong.forEach(line -> out.printf("  %s an %s, am %s nach Regel %s: %s.%n", event(line), line.recipient(),
                    GermanDay.of(line.day()), line.rule(), line.what().germanText()));
        }
        List<MovedReport.Line> again = lines.stream().filter(line -> line.day() == null).toList();
        if (!again.isEmpty()) {
            out.println("Dafür bekommt der Empfänger jetzt das Richtige:");
            again.forEach(line -> out.printf("  %s an %s: %s.%n", event(line), line.recipient(), line.what().germanText()));
        }
        long open = lines.stream().filter(line -> line.what().isOpen()).count();
        if (open > 0) {
            out.printf("%d davon kann der Hub nicht zurücknehmen. Bitte dort anrufen.%n", open);
        }
    }

    private static String event(MovedReport.Line line) {
        return "Ereignis " + line.eventId() + " (" + orDeleted(line.event()) + " von " + orDeleted(line.source()) + ")";
    }

    private static String orDeleted(String text) {
        return text == null ? "inzwischen gelöscht" : text;
    }
}
