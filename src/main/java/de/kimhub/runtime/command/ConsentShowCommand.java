package de.kimhub.runtime.command;

import de.kimhub.processing.Consents;
import de.kimhub.processing.RecordedConsent;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** The consents that were taken in one file. */
@Command(name = "show", mixinStandardHelpOptions = true, description = {
        "Zeigt die Einwilligungen, die in dieser Akte aufgenommen wurden, und was sie nennen; keine anderer Stellen.",
        "Wer gefragt hat, steht im Protokoll. Ergebnis: 0 gezeigt, 1 es gibt keine, 3 nicht möglich."})
final class ConsentShowCommand extends ConsentTask {

    @Override
    int at(Consents consents, Consents.File asked, String by, PrintWriter out) {
        List<RecordedConsent> all = consents.of(asked, by);
        all.forEach(one -> print(out, one));
        if (all.isEmpty()) {
            out.println("In dieser Akte ist keine Einwilligung aufgenommen.");
        }
        return all.isEmpty() ? ExitCodes.FINDINGS : ExitCodes.WELL;
    }
}
