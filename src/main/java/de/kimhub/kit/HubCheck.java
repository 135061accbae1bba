package de.kimhub.kit;

import de.kimhub.connector.Connectors;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.message.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks everything that people write: shipped and own connectors, and an installation. For {@code hub check}. */
public final class HubCheck {

    private HubCheck() {
    }

    /**
     * @param product      folder with {@code connectors} and {@code routes}
     * @param installation {@code config/<name>}; empty: connectors only
     */
    public static CheckReport run(Path product, Optional<Path> installation) {
        Path shipped = product.resolve("connectors");
        List<CheckResult> results = new ArrayList<>();
        List<Path> folders = new ArrayList<>(Connectors.folders(shipped));
        installation.map(folder -> folder.resolve("connectors")).filter(Files::isDirectory)
                .ifPresent(own -> folders.addAll(Connectors.folders(own)));
        folders.forEach(folder -> results.addAll(ConnectorKit.check(folder)));
        installation.ifPresent(folder -> results.addAll(check(Installations.load(folder, shipped))));
        return new CheckReport(results);
    }

    private static List<CheckResult> check(Installation installation) {
        String subject = "config/" + installation.name();
        List<String> files = installation.problems().stream()
                .filter(problem -> !String.valueOf(problem.place().file()).contains("connectors/"))
                .map(Problem::toString).toList();
        List<String> secrets = Installations.missingSecrets(installation).stream().map(Problem::toString).toList();
        return Stream.of(new CheckResult(Level.LINT, subject, "hub.yaml, sharing.yaml and all instances are right", files),
                new CheckResult(Level.LINT, subject, "every secret that is referred to is there", secrets)).toList();
    }
}
