package de.kimhub.runtime.command;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import de.kimhub.message.Problem;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RuntimeProblem;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The connector that a command is given: a folder, or the name of a shipped one. */
final class ConnectorArgument {

    private ConnectorArgument() {
    }

    /** @throws HubFailure when there is none, or it has errors; these are printed */
    static Connector load(String connector, PrintWriter err) {
        List<Problem> problems = new ArrayList<>();
        return Connectors.loadOne(folder(connector), problems).orElseThrow(() -> {
            problems.forEach(err::println);
            return new HubFailure(RuntimeProblem.WRONG_PARAMETER,
                    "Der Konnektor '" + connector + "' ist nicht lesbar. 'hub check' prüft alle.");
        });
    }

    private static Path folder(String connector) {
        Path shipped = HubHome.find().connectors();
        Path folder = Files.isDirectory(Path.of(connector)) ? Path.of(connector) : shipped.resolve(connector);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        List<String> known = Connectors.folders(shipped).stream().map(one -> one.getFileName().toString()).toList();
        throw new HubFailure(RuntimeProblem.WRONG_PARAMETER, "Einen Konnektor '" + connector + "' gibt es nicht. Es gibt: "
                + String.join(", ", known) + ".");
    }
}
