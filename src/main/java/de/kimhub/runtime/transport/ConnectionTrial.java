package de.kimhub.runtime.transport;

import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.kit.CheckResult;
import de.kimhub.kit.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Tries whether the folders and databases of an installation's instances can be reached. Writes nothing. */
public final class ConnectionTrial {

    private final EmbeddedUrl parameters;

    /** @param secrets resolves {@code secret:NAME}; other texts stay */
    public ConnectionTrial(UnaryOperator<String> secrets) {
        this.parameters = new EmbeddedUrl(Optional.empty(), secrets);
    }

    /** One result for each direction of each instance. */
    public List<CheckResult> run(Installation installation) {
        List<CheckResult> results = new ArrayList<>();
        for (Instance instance : installation.all()) {
            Way.of(instance).forEach((way, endpoint) -> results.add(new CheckResult(Level.WIRE,
                    "config/" + installation.name(), way + " is reachable", findings(way, endpoint))));
        }
        return results;
    }

    private List<String> findings(Way way, Endpoint endpoint) {
        try {
            return switch (endpoint.transport()) {
                case "file" -> folder(way, endpoint);
                case "jdbc" -> EmbeddedUrl.matches(endpoint.parameter("url", ""))
                        ? List.of()
                        : database(way, parameters.complete(endpoint));
                default -> List.of();
            };
        } catch (NoSuchElementException e) {
            return List.of(way + ": " + e.getMessage());
        }
    }

    private static List<String> folder(Way way, Endpoint endpoint) {
        Path folder = Path.of(endpoint.parameter("folder", ""));
        if (!Files.isDirectory(folder)) {
            return List.of(way + ": the folder " + folder + " is not there. Create or mount it, or correct 'folder'.");
        }
        // A folder that is read is written to as well: what was taken is laid aside.
        return Files.isReadable(folder) && Files.isWritable(folder)
                ? List.of()
                : List.of(way + ": the folder " + folder + " may not be read and written. Give the hub's user the right.");
    }

    private static List<String> database(Way way, Map<String, String> values) {
        List<String> relations = way.isReceiving()
                ? List.of(values.getOrDefault("view", ""))
                : List.of(values.getOrDefault("table", ""), values.getOrDefault("receiptTable", ""));
        try (ToolDataSource tool = new ToolDataSource()) {
            tool.setUrl(values.get("url"));
            tool.setUser(values.get("user"));
            tool.setPassword(values.get("password"));
            try (Connection connection = tool.getConnection()) {
                List<String> findings = new ArrayList<>();
                for (String relation : relations) {
                    readable(way, connection, relation).ifPresent(findings::add);
                }
                return findings;
            }
        } catch (SQLException e) {
            return List.of(way + ": the database cannot be reached (SQLSTATE " + e.getSQLState()
                    + "). Check address, user, password and network.");
        }
    }

    private static Optional<String> readable(Way way, Connection connection, String relation) {
        try (var statement = connection.createStatement()) {
            statement.executeQuery("select 1 from " + SqlName.table(relation) + " where false").close();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(way + ": " + relation + " cannot be read (SQLSTATE " + e.getSQLState()
                    + "). Check its name, upper and lower case included, and the user's rights.");
        }
    }
}
