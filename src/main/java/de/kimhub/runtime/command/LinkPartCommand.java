package de.kimhub.runtime.command;

import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.review.DecisionReason;
import de.kimhub.linkage.review.FilePair.Named;
import de.kimhub.linkage.review.LinkCorrections;
import java.util.Iterator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a file out of its person. */
@Command(name = "part", mixinStandardHelpOptions = true, description = {
        "Nimmt eine Akte aus der Person heraus, mit deren Akten sie verbunden ist: gleich, ob der Hub sie von selbst",
        "verbunden hat, ein gezeigtes Aktenzeichen oder eine Entscheidung. Es gilt dann als entschieden, dass die übrigen",
        "Akten jemand anderem gehören. Empfänger, die dadurch etwas Falsches haben, bekommen eine Berichtigung.",
        "Das Aktenzeichen wird nirgends gespeichert. Ergebnis: 0 getrennt, 3 nicht möglich."})
final class LinkPartCommand extends ReviewTask {

    @Parameters(index = "1", paramLabel = "AKTE", converter = FileArgument.class,
            description = "INSTANZ:AKTENZEICHEN, z. B. awo-buende:F-17.")
    private Named file;

    @Option(names = "--reason", paramLabel = "GRUND", required = true, completionCandidates = Reasons.class,
            converter = ReviewDecideCommand.Reasons.class, description = "Einer von: ${COMPLETION-CANDIDATES}.")
    private DecisionReason reason;

    static final class Reasons implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return DecisionReason.reasonsFor(false).stream().map(DecisionReason::code).iterator();
        }
    }

    @Override
    int at(Desk desk) {
        Linked linked = desk.hub().bean(LinkCorrections.class).part(file, desk.reviewer(), reason);
        desk.out().println("Getrennt. Die Akte gehört jetzt zu einer eigenen Person.");
        desk.printEvent(linked.event(), linked.moves().size());
        return ExitCodes.WELL;
    }
}
