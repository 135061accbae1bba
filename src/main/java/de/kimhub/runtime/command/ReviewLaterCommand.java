package de.kimhub.runtime.command;

import de.kimhub.linkage.review.Reviews;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Not now. */
@Command(name = "later", mixinStandardHelpOptions = true,
        description = "Legt ein angesehenes Paar zurück, bis zu einem Tag.")
final class ReviewLaterCommand extends ReviewTask {

    @Parameters(index = "1", paramLabel = "NUMMER", description = "Nummer des Paares.")
    private long number;

    @Option(names = "--until", paramLabel = "TAG", required = true, description = "Zum Beispiel 2026-12-01.")
    private LocalDate until;

    @Override
    int at(Desk desk) {
        desk.hub().bean(Reviews.class).later(number, desk.reviewer(), until);
        desk.out().println("Das Paar kommt am " + GermanDay.of(until) + " wieder vor.");
        return ExitCodes.WELL;
    }
}
