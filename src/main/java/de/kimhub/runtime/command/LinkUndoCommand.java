package de.kimhub.runtime.command;

import de.kimhub.linkage.review.LinkCorrections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a link event back. */
@Command(name = "undo", mixinStandardHelpOptions = true, description = {
        "Nimmt einen Vorgang zurück, der Akten verbunden oder getrennt hat, mit allem, was daraus folgte. Nur der letzte,",
        "der seine Akten betrifft, kann zurückgenommen werden. War es die Entscheidung zu einem Paar, wartet das Paar wieder.",
        "Ergebnis: 0 zurückgenommen, 3 nicht möglich."})
final class LinkUndoCommand extends ReviewTask {

    @Parameters(index = "1", paramLabel = "VORGANG", description = "Nummer des Vorgangs.")
    private long event;

    @Override
    int at(Desk desk) {
        desk.printUndone(desk.hub().bean(LinkCorrections.class).undo(event, desk.reviewer()));
        return ExitCodes.WELL;
    }
}
