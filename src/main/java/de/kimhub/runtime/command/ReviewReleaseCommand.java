package de.kimhub.runtime.command;

import de.kimhub.linkage.review.Reviews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Somebody else may take it. */
@Command(name = "release", mixinStandardHelpOptions = true,
        description = "Gibt ein angesehenes Paar unentschieden frei, damit jemand anderes es prüfen kann.")
final class ReviewReleaseCommand extends ReviewTask {

    @Parameters(index = "1", paramLabel = "NUMMER", description = "Nummer des Paares.")
    private long number;

    @Override
    int at(Desk desk) {
        desk.hub().bean(Reviews.class).release(number, desk.reviewer());
        desk.out().println("Das Paar ist wieder frei.");
        return ExitCodes.WELL;
    }
}
