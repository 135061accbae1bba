package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.processing.Replay;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on quarantined records again. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = {
        "Verarbeitet zurückgestellte Datensätze noch einmal, mit den Zuordnungen, wie sie jetzt sind.",
        "Der Hub darf dabei laufen. Was inzwischen neuer gemeldet wurde, wird nicht überschrieben.",
        "Ergebnis: 0 alle übernommen, 1 einige bleiben zurückgestellt."})
public final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Selection selection;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt das Ergebnis als JSON in diese Datei.")
    private Path json;

    @Spec
    private CommandSpec command;

    private static final class Selection {

        @Option(names = "--document", paramLabel = "NUMMER", description = "Nur Datensätze dieses Dokuments.")
        private Long document;

        @Option(names = "--code", paramLabel = "CODE", description = "Nur Datensätze mit diesem Grund.")
        private String code;

        @Option(names = "--all", description = "Alle.")
        private boolean all;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        HubHome home = HubHome.find();
        Installation installation = InstallationFolder.load(home, folder, command.commandLine().getErr());
        Replay.Result result;
        try (RunningHub hub = RunningHub.startIdle(home, installation)) {
            result = hub.bean(Replay.class).replay(Optional.ofNullable(selection.document),
                    Optional.ofNullable(selection.code));
        }
        out.printf("Übernommen %d, weiter zurückgestellt %d, übergangen %d.%n", result.replayed(),
                result.stillRefused(), result.skipped());
        out.flush();
        JsonFile.write(json, Map.of("replayed", result.replayed(), "stillRefused", result.stillRefused(),
                "skipped", result.skipped()));
        return result.stillRefused() + result.skipped() == 0 ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }
}
