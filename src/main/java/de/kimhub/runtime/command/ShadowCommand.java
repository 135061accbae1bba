package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.runtime.HubDatabase;
import de.kimhub.runtime.HubHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what instances in shadow would have given and got. */
@Command(name = "shadow", mixinStandardHelpOptions = true, description = {
        "Zeigt, was im Schattenbetrieb (mode: shadow) wohin gegangen wäre und was nicht. Nur Zahlen, keine Inhalte.",
        "Ergebnis: 0 es gibt Instanzen im Schattenbetrieb, 1 alle laufen im Echtbetrieb."})
public final class ShadowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt die Zahlen als JSON in diese Datei.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        ShadowFigures figures;
        try (HubDatabase database = HubDatabase.open(installation)) {
            figures = ShadowFigures.read(installation, database.jdbc());
        }
        PrintWriter out = command.commandLine().getOut();
        figures.print(out);
        out.flush();
        JsonFile.write(json, figures);
        return figures.inShadow().isEmpty() ? ExitCodes.FINDINGS : ExitCodes.WELL;
    }
}
