package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.runtime.HubDatabase;
import de.kimhub.runtime.HubHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the hub's books: what came in, what became of it, and what is stuck. */
@Command(name = "status", mixinStandardHelpOptions = true, description = {
        "Zeigt, was eingegangen ist, was daraus wurde und was hängt. Nur Zahlen, keine Inhalte.",
        "Ergebnis: 0 nichts hängt, 1 etwas ist zurückgestellt, nicht zustellbar oder gestört."})
public final class StatusCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt die Zahlen als JSON in diese Datei.")
    private Path json;

    @Option(names = "--why", description = "Zählt auch, warum Ereignisse nicht weitergegeben wurden, je Quelle und "
            + "Empfänger. Sieht alle Ereignisse an und dauert bei vielen etwas.")
    private boolean why;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        HubStatus status;
        WithheldReasons reasons;
        try (HubDatabase database = HubDatabase.open(installation)) {
            JdbcTemplate jdbc = database.jdbc();
            status = HubStatus.read(jdbc);
            reasons = why ? WithheldReasons.read(jdbc) : new WithheldReasons(List.of());
        }
        PrintWriter out = command.commandLine().getOut();
        status.print(out);
        if (why) {
            reasons.print(out);
        }
        out.flush();
        JsonFile.write(json, why ? Map.of("status", status, "withheld", reasons.entries()) : status);
        return status.isWell() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }
}
