package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Secrets;
import de.kimhub.kit.CheckReport;
import de.kimhub.kit.CheckResult;
import de.kimhub.kit.HubCheck;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.transport.ConnectionTrial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks what people write: connectors and installations. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
        "Prüft alle Konnektoren mit ihren Beispielen und, wenn angegeben, eine Installation.",
        "Ergebnis: 0 alles in Ordnung, 1 Befunde."})
public final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Option(names = "--connect", description = "Probiert auch, ob Ordner und Datenbanken der Instanzen erreichbar "
            + "sind; geschrieben wird dabei nichts.")
    private boolean connect;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt die Ergebnisse als JSON in diese Datei.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        if (connect && folder == null) {
            throw new ParameterException(command.commandLine(), "--connect braucht den Ordner einer Installation.");
        }
        HubHome home = HubHome.find();
        CheckReport checked = HubCheck.run(home.folder(), Optional.ofNullable(folder));
        List<CheckResult> results = new ArrayList<>(checked.results());
        if (connect) {
            Installation installation = Installations.load(folder, home.connectors());
            results.addAll(new ConnectionTrial(new Secrets(installation.folder())::resolve).run(installation));
        }
        CheckReport report = new CheckReport(results, checked.hints());
        PrintWriter out = command.commandLine().getOut();
        out.println(report.toText());
        out.flush();
        if (json != null) {
            Files.writeString(json, report.toJson());
        }
        return report.passed() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }
}
