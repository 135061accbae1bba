package de.kimhub.runtime.command;

import de.kimhub.processing.Consents;
import de.kimhub.processing.RecordedConsent;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends consents that were given in one file. */
@Command(name = "withdraw", mixinStandardHelpOptions = true, description = {
        "Widerruft Einwilligungen dieser Akte. Was auf ihnen beruht und noch nicht versandt ist, wird nicht mehr weitergegeben;",
        "Lieferungen nach einer gesetzlichen Regel gehen weiter. Gelöscht wird dadurch nichts.",
        "Ergebnis: 0 widerrufen, 3 nicht möglich."})
final class ConsentWithdrawCommand extends ConsentTask {

    @Option(names = "--number", paramLabel = "NUMMER",
            description = "Nur diese Einwilligung; die Nummer zeigt hub consent show. Ohne Angabe: alle dieser Akte.")
    private String number;

    @Option(names = "--on", paramLabel = "JJJJ-MM-TT", description = "Tag des Widerrufs. Ohne Angabe: heute.")
    private LocalDate on;

    @Override
    int at(Consents consents, Consents.File asked, String by, PrintWriter out) {
        List<RecordedConsent> withdrawn = consents.withdraw(asked, Optional.ofNullable(number), orToday(on), by);
        out.println("Widerrufen:");
        withdrawn.forEach(one -> print(out, one));
        return ExitCodes.WELL;
    }
}
