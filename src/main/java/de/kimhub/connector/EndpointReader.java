package de.kimhub.connector;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.Nearest;
import de.kimhub.connector.Kamelet.Parameter;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an instance's endpoint and checks its parameters against those that the transport's kamelet declares. */
final class EndpointReader {

    private static final int MOST_LISTED = 20;
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(password|passwort|passphrase|secret|token|apikey|privatekey).*");
    private static final Pattern LOGIN_IN_URL = Pattern.compile("(?i).*(://[^/@\\s]*:[^/@\\s]+@|[?&;]password=).*");
    private static final Map<String, String> FORMS =
            Map.of("integer", "-?[0-9]{1,18}", "number", "-?[0-9]+(\\.[0-9]+)?", "boolean", "true|false");

    private final Path folder;
    private final Transports transports;
    private final List<Problem> problems;

    /** @param folder of the installation */
    EndpointReader(Path folder, Transports transports, List<Problem> problems) {
        this.folder = folder;
        this.transports = transports;
        this.problems = problems;
    }

    /** @param direction of the kamelet: {@code receive} or {@code deliver} */
    Endpoint read(ConfigNode section, String direction) {
        String transport = section.text("transport");
        Map<String, String> parameters = new LinkedHashMap<>();
        section.entries().forEach((name, node) -> {
            if (!name.equals("transport")) {
                parameters.put(name, isFolder(name) ? folder.resolve(node.text()).normalize().toString() : node.text());
                checkSecret(name, node);
            }
        });
        Optional<Kamelet> kamelet = transports.find(transport, direction);
        if (kamelet.isPresent()) {
            checkParameters(section, kamelet.get());
        } else if (transports.areKnown()) {
            add(ConnectorProblem.UNKNOWN_TRANSPORT, section.get("transport").orElse(section).place(),
                    "There is no transport '" + transport + "' to " + direction + " with. "
                            + Nearest.advice(transport, transports.names(direction), MOST_LISTED));
        }
        return new Endpoint(transport, parameters);
    }

    static boolean isFolder(String parameter) {
        return parameter.equals("folder") || parameter.equals("staging") || parameter.endsWith("Folder");
    }

    private void checkParameters(ConfigNode section, Kamelet kamelet) {
        Map<String, Place> places = section instanceof ConfigNode.Mapping mapping ? mapping.keyPlaces() : Map.of();
        section.entries().forEach((name, node) -> {
            Parameter parameter = kamelet.parameters().get(name);
            if (name.equals("transport")) {
                return;
            }
            if (parameter == null) {
                add(ConnectorProblem.UNKNOWN_PARAMETER, places.getOrDefault(name, node.place()), "The transport '"
                        + kamelet.name() + "' has no parameter '" + name + "'. "
                        + Nearest.advice(name, kamelet.parameters().keySet(), MOST_LISTED));
            } else if (!node.text().matches(FORMS.getOrDefault(parameter.type(), "(?s).*"))) {
                add(ConnectorProblem.WRONG_TYPE, node.place(), "'" + name + "' has to be of the type "
                        + parameter.type() + ". Correct the value.");
            } else if (parameter.isSecret() && !SECRET_NAME.matcher(name).matches()) {
                requireReference(name, node);
            }
        });
        kamelet.parameters().forEach((name, parameter) -> {
            if (parameter.required() && section.get(name).isEmpty()) {
                add(ConnectorProblem.MISSING_PARAMETER, section.place(), "The transport '" + kamelet.name()
                        + "' needs the parameter '" + name + "'. Add '" + name + ": ...'.");
            }
        });
    }

    private void checkSecret(String name, ConfigNode node) {
        if (SECRET_NAME.matcher(name).matches()) {
            requireReference(name, node);
        } else if (LOGIN_IN_URL.matcher(node.text()).matches()) {
            add(ConnectorProblem.LITERAL_SECRET, node.place(), "'" + name + "' holds a password. Put it into a"
                    + " parameter of its own as secret:NAME, and change the password: it was in a file.");
        }
    }

    private void requireReference(String name, ConfigNode node) {
        if (!Secrets.isReference(node.text())) {
            add(ConnectorProblem.LITERAL_SECRET, node.place(), "'" + name + "' has to be a reference such as"
                    + " secret:NAME, with the secret in the environment variable NAME or in the installation's file"
                    + " secrets/NAME. Replace it, and change the secret: it was in a file.");
        }
    }

    private void add(ConnectorProblem code, Place place, String text) {
        problems.add(new Problem(code, place, text));
    }
}
