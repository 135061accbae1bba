package de.kimhub.runtime.command;

import de.kimhub.processing.ErasureReason;
import de.kimhub.processing.ErasureReport;
import de.kimhub.processing.ErasureReport.Erased;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What became of erasures. */
@Command(name = "erased", mixinStandardHelpOptions = true, description = {
        "Zeigt Löschungen und was jeder Empfänger davon weiß (Art. 19 DSGVO), oder hält fest, was ein Empfänger geantwortet hat. "
                + "Keine Namen, keine Aktenzeichen.",
        "Ergebnis: 0 alles ist erledigt oder unterwegs, 1 jemand muss etwas tun."})
final class PersonErasedCommand extends PersonTask {

    @Parameters(index = "1", arity = "0..1", paramLabel = "NUMMER", description = "Nur diese Löschung.")
    private Long number;

    @Option(names = "--confirmed-by", paramLabel = "INSTANZ", description = "Dieser Empfänger hat bestätigt, dass er gelöscht hat.")
    private String confirmed;

    @Option(names = "--refused-by", paramLabel = "INSTANZ", description = "Dieser Empfänger löscht nicht.")
    private String refused;

    @Override
    int at(RunningHub hub, String by, PrintWriter out) {
        ErasureReport report = hub.bean(ErasureReport.class);
        if ((confirmed != null || refused != null) && !answer(report, by, out)) {
            return ExitCodes.FINDINGS;
        }
        List<Erased> all = report.all().stream().filter(one -> number == null || one.number() == number).toList();
        all.forEach(one -> print(one, out));
        if (all.isEmpty()) {
            out.println("Keine Löschung.");
        }
        return all.stream().anyMatch(one -> !one.done() || one.recipients().stream().anyMatch(at -> at.what().isOpen()))
                ? ExitCodes.FINDINGS : ExitCodes.WELL;
    }

    private boolean answer(ErasureReport report, String by, PrintWriter out) {
        if (number == null || confirmed != null && refused != null) {
            throw new ParameterException(command().commandLine(), "Eine Antwort gehört zu einer NUMMER und zu einem Empfänger.");
        }
        int noted = report.answer(number, confirmed != null ? confirmed : refused, confirmed != null, by);
        if (noted == 0) {
            out.println("Diesem Empfänger wurde zu dieser Löschung nichts mitgeteilt.");
        }
        return noted > 0;
    }

    private static void print(Erased one, PrintWriter out) {
        out.printf("Löschung %d vom %s durch %s: %d Akten, %d Ereignisse; %s%n", one.number(), GermanDay.of(one.day()), one.by(),
                one.files(), one.events(), one.done() ? "im Hub ist nichts mehr davon" : "im Hub ist noch etwas zu löschen");
        out.println("  " + ErasureReason.find(one.reason()).map(ErasureReason::germanText).orElse(one.reason()));
        one.recipients().forEach(at -> out.printf("  %-28s %4d Angaben  %-10s %s%n", at.instance(), at.events(), GermanDay.of(at.day()),
                at.what().germanText()));
    }
}
