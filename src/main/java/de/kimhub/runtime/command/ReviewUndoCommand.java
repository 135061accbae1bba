package de.kimhub.runtime.command;

import de.kimhub.linkage.review.Reviews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a decision back. */
@Command(name = "undo", mixinStandardHelpOptions = true, description = {
        "Nimmt die Entscheidung zu einem Paar zurück, mit allem, was daraus folgte. Es wartet danach wieder.",
        "Empfänger, die dadurch etwas Falsches haben, bekommen eine Berichtigung."})
final class ReviewUndoCommand extends ReviewTask {

    @Parameters(index = "1", paramLabel = "NUMMER", description = "Nummer des Paares.")
    private long number;

    @Override
    int at(Desk desk) {
        desk.printUndone(desk.hub().bean(Reviews.class).undo(number, desk.reviewer()));
        return ExitCodes.WELL;
    }
}
