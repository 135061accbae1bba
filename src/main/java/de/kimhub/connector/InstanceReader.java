package de.kimhub.connector;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.Nearest;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import de.kimhub.message.TestOperation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** From an instance file that fits its schema to the instance. */
final class InstanceReader {

    private static final int MOST_LISTED = 20;
    private static final int DEFAULT_BATCH = 500;

    private final Connectors connectors;
    private final EndpointReader endpoints;
    private final List<Problem> problems;

    InstanceReader(Connectors connectors, EndpointReader endpoints, List<Problem> problems) {
        this.connectors = connectors;
        this.endpoints = endpoints;
        this.problems = problems;
    }

    /** Empty when anything is wrong; then at least one problem was added. */
    Optional<Instance> read(String fileName, ConfigNode file) {
        int before = problems.size();
        Optional<Connector> connector = connector(file.get("connector").orElse(file));
        Optional<Endpoint> receive = endpoint(file, "receive", "receive");
        Optional<Endpoint> deliver = endpoint(file, "deliver", "deliver");
        Optional<Endpoint> acknowledgements = endpoint(file, "acknowledgements", "deliver");
        Optional<Endpoint> enrolment = endpoint(file, "enrolment", "deliver");
        if (receive.isEmpty() && deliver.isEmpty()) {
            add(ConnectorProblem.NO_ENDPOINT, file.place(),
                    "The instance neither receives nor delivers. Add 'receive' or 'deliver' with a transport.");
        }
        connector.ifPresent(known -> checkDirections(file, known.descriptor()));
        connector.ifPresent(known -> checkLists(file, known.descriptor()));
        Optional<LocalDate> from = file.get("from").flatMap(this::day);
        file.get("from").filter(node -> receive.isEmpty()).ifPresent(node -> add(ConnectorProblem.NO_DIRECTION,
                node.place(), "'from' says from which day on events are told, but the instance gives none. Remove it, or"
                        + " add 'receive'."));
        ReleaseReader releases = new ReleaseReader(file, problems);
        Release release = releases.read();
        if (problems.size() > before || connector.isEmpty()) {
            return Optional.empty();
        }
        String id = releases.mode() == Instance.Mode.TEST ? TestOperation.idOf(fileName) : fileName;
        return Optional.of(new Instance(id, file.text("title"), connector.get(), file.text("municipality"),
                file.text("authority", connector.get().descriptor().authority()), receive, deliver, acknowledgements,
                enrolment, number(file, "lanes", deliver.filter(endpoint -> endpoint.transport().equals("file")).isPresent() ? 1 : 4),
                number(file, "batchSize", DEFAULT_BATCH), file.text("contact", ""),
                releases.mode(), from, release));
    }

    private Optional<LocalDate> day(ConfigNode node) {
        try {
            return Optional.of(LocalDate.parse(node.text()));
        } catch (DateTimeException e) {
            add(ConnectorProblem.NO_DAY, node.place(), "Expected a day of the calendar such as 2026-11-01. Correct it.");
            return Optional.empty();
        }
    }

    private Optional<Connector> connector(ConfigNode name) {
        Optional<Connector> connector = connectors.find(name.text());
        if (connector.isEmpty() && connectors.broken().contains(name.text())) {
            add(ConnectorProblem.BROKEN_CONNECTOR, name.place(), "The connector '" + name.text()
                    + "' has errors, so this instance does not run. Correct the connector first.");
        } else if (connector.isEmpty()) {
            add(ConnectorProblem.UNKNOWN_CONNECTOR, name.place(), "There is no connector '" + name.text() + "'. "
                    + Nearest.advice(name.text(), connectors.ids(), MOST_LISTED));
        }
        return connector;
    }

    private Optional<Endpoint> endpoint(ConfigNode file, String section, String direction) {
        return file.get(section).map(node -> endpoints.read(node, direction));
    }

    private void checkDirections(ConfigNode file, Descriptor descriptor) {
        file.get("receive").filter(node -> descriptor.receives().isEmpty()).ifPresent(node -> noDirection(node, "receive"));
        file.get("deliver").filter(node -> descriptor.delivers().isEmpty()).ifPresent(node -> noDirection(node, "deliver"));
        file.get("acknowledgements").filter(node -> !descriptor.can(Descriptor.Capability.READS_ACKNOWLEDGEMENTS))
                .ifPresent(node -> add(ConnectorProblem.NO_DIRECTION, node.place(), "The connector does not have the"
                        + " capability reads-acknowledgements. Remove 'acknowledgements', or add the capability."));
    }

    private void checkLists(ConfigNode file, Descriptor descriptor) {
        file.get("enrolment").filter(node -> !descriptor.can(Descriptor.Capability.READS_ENROLMENT_LIST))
                .ifPresent(node -> add(ConnectorProblem.NO_DIRECTION, node.place(), "The connector does not have the"
                        + " capability reads-enrolment-list. Remove 'enrolment', or add the capability."));
    }

    private void noDirection(ConfigNode node, String direction) {
        add(ConnectorProblem.NO_DIRECTION, node.place(), "The connector has no '" + direction
                + "'. Remove this section, or choose a connector that has it.");
    }

    private static int number(ConfigNode file, String key, int otherwise) {
        String text = file.text(key);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private void add(ConnectorProblem code, Place place, String text) {
        problems.add(new Problem(code, place, text));
    }
}
