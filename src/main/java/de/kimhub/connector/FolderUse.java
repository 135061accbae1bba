package de.kimhub.connector;

import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * No two endpoints share a folder: a file would be taken for another office's, or what was delivered would be taken
 * back in as received.
 */
final class FolderUse {

    private final Map<String, String> users = new HashMap<>();
    private final ConfigReader reader;
    private final List<Problem> problems;

    FolderUse(ConfigReader reader, List<Problem> problems) {
        this.reader = reader;
        this.problems = problems;
    }

    boolean isAlone(Instance instance, Path file) {
        int before = problems.size();
        check(instance.receive(), instance.id() + " (receive)", file);
        check(instance.deliver(), instance.id() + " (deliver)", file);
        check(instance.acknowledgements(), instance.id() + " (acknowledgements)", file);
        check(instance.enrolment(), instance.id() + " (enrolment)", file);
        return problems.size() == before;
    }

    /** What goes on as it was has its folders before all others. */
    void claim(Instance instance) {
        instance.endpoints()
                .map(endpoint -> endpoint.parameters().get("folder")).filter(Objects::nonNull)
                .forEach(folder -> users.putIfAbsent(folder, instance.id()));
    }

    private void check(Optional<Endpoint> endpoint, String user, Path file) {
        String folder = endpoint.map(known -> known.parameters().get("folder")).orElse(null);
        if (folder == null) {
            return;
        }
        String other = users.putIfAbsent(folder, user);
        if (other != null) {
            problems.add(new Problem(ConnectorProblem.SHARED_FOLDER, Place.file(reader.name(file)), "The folder of "
                    + user + " is also the folder of " + other + ", so files would go astray. Give each its own."));
        }
    }
}
