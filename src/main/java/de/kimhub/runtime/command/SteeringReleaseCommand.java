package de.kimhub.runtime.command;

import de.kimhub.runtime.RunningHub;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.release.FactSources;
import de.kimhub.steering.release.Releases;
import java.io.PrintWriter;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Publishes a period by hand; the running hub does it by itself on the cut-off day. */
@Command(name = "release", mixinStandardHelpOptions = true, description = {
        "Schließt einen Zeitraum ab, dessen Stichtag erreicht ist, und veröffentlicht seine Zahlen. Das lässt sich nicht zurücknehmen.",
        "Ergebnis: 0 alles veröffentlicht, 1 Tabellen wurden zurückgehalten."})
final class SteeringReleaseCommand extends SteeringTask {

    @Option(names = "--period", required = true, paramLabel = "QUARTAL", description = "z. B. 2026-Q3.")
    private String period;

    @Spec
    private CommandSpec command;

    @Override
    int at(RunningHub hub, PrintWriter out) {
        Quarter quarter = Quarter.find(period).orElseThrow(() ->
                new ParameterException(command.commandLine(), "--period braucht ein Quartal wie 2026-Q3."));
        Releases.Result result = hub.bean(Releases.class).release(quarter, LocalDate.now(), hub.bean(FactSources.class), line -> {
            out.println(line);
            out.flush();
        });
        out.printf("Veröffentlicht als %s: %d Tabellen, %d Zahlen gezeigt, %d aus Datenschutz nicht gezeigt.%n", result.id(), result.tables(),
                result.shown(), result.hidden());
        result.withheld().forEach((table, why) -> out.printf("Zurückgehalten: %s. %s%n", table, why));
        return result.withheld().isEmpty() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }
}
