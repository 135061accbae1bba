package de.kimhub.runtime.transport;

import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The kamelets that can carry documents: the installation's own first, then the product's. */
final class TransportFiles {

    /** Label of a kamelet that delivers in two steps. */
    private static final String STAGES = "kim-hub/stages";
    /** Label of a kamelet that takes back what is not collected. */
    private static final String RECALLS = "kim-hub/recalls";

    private final List<Path> folders;
    private final Map<String, Boolean> stages = new ConcurrentHashMap<>();

    TransportFiles(List<Path> folders) {
        this.folders = folders;
    }

    /** Name of the kamelet, e.g. {@code file-receive}. */
    String receive(String transport) {
        return existing(transport + "-receive");
    }

    String deliver(String transport) {
        return existing(transport + "-deliver");
    }

    boolean stages(String transport) {
        String name = deliver(transport);
        return stages.computeIfAbsent(digest(name), digest -> labelled(file(name).orElseThrow(), STAGES));
    }

    boolean recalls(String transport) {
        return labelled(file(deliver(transport)).orElseThrow(), RECALLS);
    }

    private static boolean labelled(Path file, String label) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<String, Object> kamelet = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return kamelet.get("metadata") instanceof Map<?, ?> metadata
                    && metadata.get("labels") instanceof Map<?, ?> labels
                    && "true".equals(labels.get(label));
        } catch (IOException e) {
            throw new HubFailure(RuntimeProblem.UNKNOWN_TRANSPORT, file + ": cannot be read.", e);
        }
    }

    /** Changes whenever the kamelet's file does. */
    String digest(String kamelet) {
        try {
            return UUID.nameUUIDFromBytes(Files.readAllBytes(file(kamelet).orElseThrow())).toString();
        } catch (IOException e) {
            throw new HubFailure(RuntimeProblem.UNKNOWN_TRANSPORT, kamelet + ".kamelet.yaml cannot be read.", e);
        }
    }

    private String existing(String kamelet) {
        return file(kamelet).map(file -> kamelet).orElseThrow(() -> new HubFailure(RuntimeProblem.UNKNOWN_TRANSPORT,
                "There is no transport " + kamelet + ".kamelet.yaml. Look for the names in routes/transports."));
    }

    private Optional<Path> file(String kamelet) {
        return folders.stream().map(folder -> folder.resolve(kamelet + ".kamelet.yaml")).filter(Files::isRegularFile)
                .findFirst();
    }
}
