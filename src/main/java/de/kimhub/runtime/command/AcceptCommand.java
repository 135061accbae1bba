package de.kimhub.runtime.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.kimhub.connector.Connector;
import de.kimhub.kit.Acceptance;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes what the translation gives now as what samples expect. */
@Command(name = "accept", mixinStandardHelpOptions = true, description = {
        "Schreibt die erwarteten Ergebnisse der Beispiele neu, so wie die Zuordnung sie jetzt ergibt.",
        "Danach im Vergleich mit der vorigen Fassung (z. B. git diff) durchsehen: übernommen wird auch, was falsch ist.",
        "Beispiele, die schon stimmen, bleiben unberührt.",
        "Ergebnis: 0 alles stimmte schon, 1 etwas wurde geändert."})
public final class AcceptCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "KONNEKTOR", description = "Name in connectors/ oder Ordner eines Konnektors.")
    private String connector;

    @Option(names = "--sample", paramLabel = "NAME", description = "Nur dieses Beispiel.")
    private String sample;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt die Änderungen als JSON in diese Datei.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        Connector loaded = ConnectorArgument.load(connector, command.commandLine().getErr());
        if (sample != null && !Files.isDirectory(loaded.folder().resolve("samples").resolve(sample))) {
            throw new HubFailure(RuntimeProblem.WRONG_PARAMETER,
                    "Ein Beispiel '" + sample + "' hat der Konnektor '" + loaded.id() + "' nicht.");
        }
        List<Acceptance.Change> changes = Acceptance.accept(loaded, Optional.ofNullable(sample));
        for (Acceptance.Change change : changes) {
            out.println(change.sample());
            change.changes().forEach(text -> out.println("    " + text));
            change.files().forEach(file -> out.println("    geschrieben oder entfernt: " + file));
        }
        out.println(changes.isEmpty() ? "Alle Beispiele stimmen; nichts wurde geändert."
                : changes.size() + " Beispiele geändert. Bitte im Vergleich mit der vorigen Fassung durchsehen.");
        out.flush();
        if (json != null) {
            Files.writeString(json, new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(Map.of("connector", loaded.id(), "changes", changes)));
        }
        return changes.isEmpty() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }
}
