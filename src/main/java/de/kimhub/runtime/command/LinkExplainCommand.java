package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.linkage.explanation.PairExplanation;
import de.kimhub.linkage.review.FilePair;
import de.kimhub.linkage.review.FilePair.Named;
import de.kimhub.linkage.review.PairEvent;
import de.kimhub.linkage.review.ReviewRefused;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why two files are, or are not, taken for one person's. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = {
        "Vergleicht zwei Akten mit dem Modell von heute und sagt, was für und was gegen dieselbe Person spricht: nur Akten",
        "einer Person oder einer Quelle, und solche, die der Hub schon verglichen hat, weil eine Einwilligung es erlaubt.",
        "Werte sieht nur, wer mit --as als Prüfende oder Prüfender benannt ist; sonst nur Vergleich und Gewicht.",
        "Darunter steht, was bisher mit beiden Akten geschah: wann, was, durch wen; ohne Namen.",
        "Die Aktenzeichen werden nirgends gespeichert. Ergebnis: 0 verglichen, 3 nicht möglich."})
final class LinkExplainCommand implements Callable<Integer> {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(ZoneId.systemDefault());

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "A", converter = FileArgument.class,
            description = "INSTANZ:AKTENZEICHEN, z. B. awo-buende:F-17.")
    private Named one;

    @Parameters(index = "2", paramLabel = "B", converter = FileArgument.class,
            description = "Ebenso.")
    private Named other;

    @Option(names = "--as", paramLabel = "NAME",
            description = "Wer es ansieht; der Name steht in hub.yaml unter review: reviewers:.")
    private String reviewer;

    @Spec
    private CommandSpec command;

    private static void print(PrintWriter out, List<PairEvent> events) {
        out.println(events.isEmpty() ? "\nDie beiden Akten wurden nie verbunden und nie entschieden."
                : "\nWas bisher mit beiden Akten geschah:");
        for (PairEvent event : events) {
            String what = event.undoes() == 0 ? event.what().germanText()
                    : "Vorgang " + event.undoes() + " " + event.what().germanText();
            out.printf("  Vorgang %-6d %s  %s; durch: %s%s%n", event.number(), DAY.format(event.at()), what,
                    event.by().germanText(), event.model() == null ? "" : "; Modell " + event.model());
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        try (RunningHub hub = RunningHub.startIdle(HubHome.find(), installation)) {
            FilePair pair = hub.bean(FilePair.class);
            PairExplanation explanation = pair.explain(one, other, reviewer);
            out.print(ExplanationPrint.of(explanation, installation, one.instance(), other.instance()));
            if (reviewer == null) {
                out.println("Ohne Werte, weil --as NAME fehlt.");
            }
            print(out, pair.events(one, other));
            return ExitCodes.WELL;
        } catch (ReviewRefused refused) {
            command.commandLine().getErr().println(refused.getMessage());
            return ExitCodes.FAILURE;
        } finally {
            out.flush();
        }
    }
}
