package de.kimhub.runtime.command;

import de.kimhub.linkage.review.FilePair.Named;
import de.kimhub.processing.PersonRecipients;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Who holds what of a person, and whether corrections arrived. */
@Command(name = "recipients", mixinStandardHelpOptions = true, description = {
        "Zeigt, wer was von einer Person bekommen hat, wann, und ob Berichtigungen angekommen sind (Art. 16 und 19 DSGVO). Berichtigt "
                + "wird an der Quelle: Was sie ändert, geht von selbst an alle, die es haben. Keine Inhalte.",
        "Ergebnis: 0 alle haben die geltende Fassung oder sie ist unterwegs, 1 jemand muss anrufen, oder keine solche Akte."})
final class PersonRecipientsCommand extends PersonTask {

    @Parameters(index = "1", paramLabel = "AKTE", converter = FileArgument.class,
            description = "INSTANZ:AKTENZEICHEN, z. B. awo-buende:F-17.")
    private Named file;

    @Override
    int at(RunningHub hub, String by, PrintWriter out) {
        Optional<List<PersonRecipients.Line>> lines = hub.bean(PersonRecipients.class).of(file.instance(), file.number(), by);
        if (lines.isEmpty()) {
            out.println(UNKNOWN);
            return ExitCodes.FINDINGS;
        }
        lines.get().forEach(line -> out.printf("%-28s %-10s Ereignis %-8d %s: %s%n", line.recipient(), GermanDay.of(line.day()),
                line.event(), line.type(), line.state().germanText()));
        if (lines.get().isEmpty()) {
            out.println("Niemand hat etwas von dieser Person bekommen.");
        }
        return lines.get().stream().anyMatch(line -> line.state().isOpen()) ? ExitCodes.FINDINGS : ExitCodes.WELL;
    }
}
