package de.kimhub.runtime.command;

import de.kimhub.linkage.review.Reviews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reviewers differ: the files stay apart, and a source is asked. */
@Command(name = "apart", mixinStandardHelpOptions = true, description = {
        "Lässt ein angesehenes Paar getrennt, weil die Prüfenden sich nicht einig sind, und nennt, welche Stelle nach welchem",
        "Aktenzeichen zu fragen ist. Geht erst, wenn die Frist für eine dritte Meinung vorbei ist; eine Person genügt.",
        "Hat die Stelle geantwortet: hub review undo, dann neu entscheiden. Ergebnis: 0 entschieden, 3 nicht möglich."})
final class ReviewApartCommand extends ReviewTask {

    @Parameters(index = "1", paramLabel = "NUMMER", description = "Nummer des Paares.")
    private long number;

    @Option(names = "--source", paramLabel = "INSTANZ", required = true,
            description = "Welche der beiden Quellen gefragt wird, z. B. awo-buende.")
    private String source;

    @Override
    int at(Desk desk) {
        String fileNumber = desk.hub().bean(Reviews.class).apart(number, desk.reviewer(), source);
        desk.out().println("Die Akten bleiben getrennt. " + desk.askFor(source, fileNumber));
        desk.out().println("Nach der Antwort: hub review undo " + number + ", dann neu ansehen und entscheiden.");
        return ExitCodes.WELL;
    }
}
