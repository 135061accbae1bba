package de.kimhub.runtime.chaos;

import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.demo.process.LoadInstallation;
import de.kimhub.runtime.demo.process.Report;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kills the hub again and again under load and counts at the recipients. */
@Command(name = "chaos", mixinStandardHelpOptions = true, description = {
        "Tötet den Hub unter Last immer wieder und zählt bei den Empfängern nach.",
        "Er läuft als eigener Prozess; getötet wird mit SIGKILL, auch an benannten Punkten, auch mit der Datenbank, "
                + "einmal mit gelöschtem Broker-Journal.",
        "Ergebnis 1, wenn etwas verloren, doppelt oder vertauscht ist."})
public final class ChaosCommand implements Callable<Integer> {

    @Option(names = "--rows", paramLabel = "ZAHL", defaultValue = "20000", description = "Zeilen des Jobcenters; dazu "
            + "ein Zehntel Zeilen der AWO. Vorgabe: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(names = "--kills", paramLabel = "ZAHL", defaultValue = "20", description = "Vorgabe: ${DEFAULT-VALUE}.")
    private int kills;

    @Option(names = "--seed", paramLabel = "ZAHL", defaultValue = "20", description = "Gleiche Zahl, gleiche Daten und "
            + "Pläne. Vorgabe: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--folder", paramLabel = "ORDNER", description = "Ein leerer oder neuer Ordner. Vorgabe: "
            + "data/chaos-<Zeit>.")
    private Path folder;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt das Ergebnis als JSON.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
        Path place = folder == null ? HubHome.find().folder().resolve("data/chaos-" + time)
                : folder.toAbsolutePath().normalize();
        ChaosRun run = new ChaosRun(ChaosPlan.of(rows, kills, seed), new LoadInstallation(place), out);
        Report report = run.run();
        run.violence().done().forEach((how, times) -> out.printf("%4d mal getötet %s%n", times, how));
        report.print(out);
        if (json != null) {
            report.write(json);
        }
        return report.allWell() ? 0 : 1;
    }
}
