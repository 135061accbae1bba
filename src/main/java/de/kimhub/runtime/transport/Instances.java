package de.kimhub.runtime.transport;

import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RuntimeProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sets up the ways to and from every instance, one by one and each on its own: a broken one is reported and tried
 * again later, and the others run.
 */
@Component("instances")
public class Instances {

    private static final Logger LOG = LoggerFactory.getLogger(Instances.class);

    private static final List<String> FOLDERS = List.of("folder", "staging");

    private final Installation installation;
    private final EmbeddedUrl parameters;
    private final TransportFiles files;
    private final InstanceRoutes routes;
    private final Map<Way, WayState> states = new ConcurrentSkipListMap<>();

    Instances(Installation installation, HubHome home, EmbeddedUrl parameters, CamelContext camel) {
        this.installation = installation;
        this.parameters = parameters;
        this.files = new TransportFiles(List.of(installation.folder().resolve("transports"), home.transports()));
        this.routes = new InstanceRoutes(camel);
    }

    /** After the hub has started. */
    public void registerAll() {
        installation.all().forEach(instance -> Way.of(instance).forEach((way, endpoint) -> register(way, endpoint)));
    }

    /** What could not be set up, again. */
    public void retryBroken() {
        installation.all().forEach(instance -> Way.of(instance).forEach((way, endpoint) -> {
            if (states.get(way) instanceof WayState.Broken) {
                register(way, endpoint);
            }
        }));
    }

    private synchronized void register(Way way, Endpoint endpoint) {
        WayState before = states.get(way);
        if (before instanceof WayState.Running) {
            return;
        }
        Map<String, String> complete = new TreeMap<>();
        try {
            String kamelet = way.isReceiving()
                    ? files.receive(endpoint.transport())
                    : files.deliver(endpoint.transport());
            complete.putAll(parameters.complete(endpoint));
            complete.replaceAll((name, value) -> FOLDERS.contains(name) ? absolute(value) : value);
            complete.put("instance", way.instanceId());
            routes.add(way, kamelet, complete);
            boolean stages = !way.isReceiving() && files.stages(endpoint.transport());
            states.put(way, new WayState.Running(routes.uri(way, kamelet), stages));
            LOG.info("{} is set up.", way);
        } catch (Exception e) {
            WayState.Broken broken = WayState.Broken.by(e, List.of(complete.getOrDefault("password", "")));
            states.put(way, broken);
            if (!broken.equals(before)) {
                LOG.warn("{} could not be set up and is tried again every half minute; the others run. {} [{}]", way,
                        broken.reason(), broken.code());
            }
        }
    }

    private String absolute(String value) {
        return value.isBlank() ? value : installation.folder().resolve(Path.of(value)).normalize().toString();
    }

    /** Whether all that the instance names is set up. */
    public boolean isRunning(Instance instance) {
        return Way.of(instance).keySet().stream().allMatch(way -> states.get(way) instanceof WayState.Running);
    }

    /** Ways that could not be set up: {@code instance direction: reason [code]}. */
    public Collection<String> broken() {
        List<String> broken = new ArrayList<>();
        states.forEach((way, state) -> {
            if (state instanceof WayState.Broken because) {
                broken.add(way + ": " + because.reason() + " [" + because.code() + "]");
            }
        });
        return broken;
    }

    boolean stages(Way way) {
        return states.get(way) instanceof WayState.Running running && running.stages();
    }

    WayState.Running running(Way way) {
        return switch (states.get(way)) {
            case WayState.Running running -> running;
            case WayState.Broken broken -> throw new HubFailure(RuntimeProblem.INSTANCE_BROKEN,
                    way + " is not set up: " + broken.reason());
            case null -> throw new HubFailure(RuntimeProblem.NO_ENDPOINT, way + " is not configured.");
        };
    }
}
