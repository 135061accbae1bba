package de.kimhub.runtime.command;

import de.kimhub.linkage.review.Reviews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A source is asked before anybody decides. */
@Command(name = "ask", mixinStandardHelpOptions = true, description = {
        "Legt ein angesehenes Paar zurück, weil eine der Quellen gefragt wird, und nennt, wen und nach welchem Aktenzeichen.",
        "Es kommt nach 14 Tagen wieder vor; mit hub review show geht es vorher."})
final class ReviewAskCommand extends ReviewTask {

    @Parameters(index = "1", paramLabel = "NUMMER", description = "Nummer des Paares.")
    private long number;

    @Option(names = "--source", paramLabel = "INSTANZ", required = true,
            description = "Welche der beiden Quellen gefragt wird, z. B. awo-buende.")
    private String source;

    @Override
    int at(Desk desk) {
        String fileNumber = desk.hub().bean(Reviews.class).ask(number, desk.reviewer(), source);
        desk.out().println(desk.askFor(source, fileNumber));
        return ExitCodes.WELL;
    }
}
