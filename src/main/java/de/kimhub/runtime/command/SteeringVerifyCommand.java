package de.kimhub.runtime.command;

import de.kimhub.runtime.RunningHub;
import de.kimhub.steering.release.Verification;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Proves a release once more. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = {
        "Prüft eine Veröffentlichung allein an dem, was von ihr gespeichert ist: Jede verdeckte kleine Zahl könnte auch groß oder fast null "
                + "sein, und die Tabellen sind unverändert.",
        "Ergebnis: 0 bewiesen, 1 Befunde."})
final class SteeringVerifyCommand extends SteeringTask {

    @Parameters(index = "1", paramLabel = "VERÖFFENTLICHUNG", description = "z. B. 2026-q3; hub steering releases zeigt alle.")
    private String release;

    @Override
    int at(RunningHub hub, PrintWriter out) {
        Verification.Checked checked = hub.bean(Verification.class).verify(release);
        checked.findings().forEach(out::println);
        out.printf("%s: %d Zahlen seit der ersten Veröffentlichung, %d verdeckt, %d Gegenbeispiele nachgerechnet: %s%n", checked.release(),
                checked.numbers(), checked.hidden(), checked.witnesses(), checked.findings().isEmpty() ? "bewiesen." : "NICHT bewiesen.");
        return checked.findings().isEmpty() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }
}
