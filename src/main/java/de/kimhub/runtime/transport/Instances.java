package de.kimhub.runtime.transport;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.connector.Secrets;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RuntimeProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/**
 * Keeps the ways to and from every instance as the installation wants them, one by one and each on its own: a broken one
 * is reported and tried again later, and the others run.
 */
@Component("instances")
public class Instances {

    private static final List<String> FOLDERS = List.of("folder", "staging");

    private final CurrentInstallation installation;
    private final EmbeddedUrl parameters;
    private final TransportFiles files;
    private final InstanceRoutes routes;
    private final CamelContext camel;
    private final Breakers breakers;
    private final Map<Way, LiveWay> ways = new ConcurrentSkipListMap<>();
    private final AtomicLong formerWays = new AtomicLong();

    Instances(CurrentInstallation installation, HubHome home, EmbeddedUrl parameters, CamelContext camel,
              Breakers breakers) {
        this.installation = installation;
        this.parameters = parameters;
        this.files = new TransportFiles(
                List.of(installation.now().folder().resolve("transports"), home.transports()));
        this.routes = new InstanceRoutes(camel);
        this.camel = camel;
        this.breakers = breakers;
    }

    /** Sets up what is new, changes what is changed, ends what is gone. After the hub has started. */
    public synchronized void registerAll() {
        Map<Way, Endpoint> wanted = wanted(installation.now());
        for (Map.Entry<Way, LiveWay> one : ways.entrySet()) {
            if (!wanted.containsKey(one.getKey()) && one.getValue().end()) {
                ways.remove(one.getKey());
                breakers.forget(one.getKey());
            }
        }
        wanted.forEach(this::register);
    }

    /** What could not be set up, again. */
    public void retryBroken() {
        if (ways.values().stream().anyMatch(way -> way.problem().isPresent())) {
            registerAll();
        }
    }

    /** Who is leaving gives nothing more, and still gets what is on its way. */
    private static Map<Way, Endpoint> wanted(Installation installation) {
        Map<Way, Endpoint> wanted = new TreeMap<>();
        installation.working().forEach(instance -> wanted.putAll(Way.of(instance)));
        wanted.keySet().removeIf(way -> way.isReceiving() && installation.instance(way.instanceId()).isEmpty());
        return wanted;
    }

    private void register(Way way, Endpoint endpoint) {
        LiveWay live = ways.computeIfAbsent(way, id -> new LiveWay(way, routes, camel));
        try {
            WaySetup setup = setup(way, endpoint);
            if (live.runs(setup)) {
                live.failed(null);
                return;
            }
            parameters.prepare(endpoint);
            breakers.forget(way);
            live.become(setup, secrets(endpoint, setup));
        } catch (RuntimeException e) {
            live.failed(WayProblem.of(e, live.running().isPresent() ? RuntimeProblem.WAY_NOT_CHANGED
                    : RuntimeProblem.INSTANCE_BROKEN, List.of()));
        }
    }

    private WaySetup setup(Way way, Endpoint endpoint) {
        String transport = endpoint.transport();
        String kamelet = way.isReceiving() ? files.receive(transport) : files.deliver(transport);
        Map<String, String> complete = new TreeMap<>(parameters.complete(endpoint));
        complete.replaceAll((name, value) -> FOLDERS.contains(name) ? absolute(value) : value);
        complete.put("instance", way.instanceId());
        return new WaySetup(endpoint, way.isReceiving() ? way.instanceId() : null, kamelet, files.digest(kamelet),
                complete, !way.isReceiving() && files.stages(transport));
    }

    private static List<String> secrets(Endpoint endpoint, WaySetup setup) {
        List<String> secrets = new ArrayList<>(List.of(setup.values().getOrDefault("password", "")));
        endpoint.parameters().forEach((name, value) -> {
            if (Secrets.isReference(value)) {
                secrets.add(setup.values().getOrDefault(name, ""));
            }
        });
        return secrets;
    }

    private String absolute(String value) {
        return value.isBlank() ? value : installation.now().folder().resolve(Path.of(value)).normalize().toString();
    }

    /** Whether all that the instance names is set up. */
    public boolean isRunning(Instance instance) {
        return Way.of(instance).keySet().stream().allMatch(way -> ways.containsKey(way)
                && ways.get(way).running().isPresent() && ways.get(way).problem().isEmpty());
    }

    /** Ways that could not be set up: {@code instance direction: reason [code]}. */
    public Collection<String> broken() {
        List<String> broken = new ArrayList<>();
        ways.forEach((way, live) -> live.problem().ifPresent(problem -> broken.add(way + ": " + problem)));
        return broken;
    }

    /** Of ways, set up or not. */
    public int count() {
        return ways.size();
    }

    /** Of circuit breakers: one for each way out that was used. */
    public int breakerCount() {
        return breakers.count();
    }

    /** Ways out that are not tried for a while, because they failed several times in a row. */
    public Collection<String> interrupted() {
        return breakers.open();
    }

    boolean stages(Way way, Optional<Endpoint> endpoint) {
        Optional<WaySetup> present = Optional.ofNullable(ways.get(way)).flatMap(LiveWay::running).map(LiveWay.Running::setup)
                .filter(setup -> endpoint.isEmpty() || setup.endpoint().equals(endpoint.get()));
        return present.map(WaySetup::stages)
                .orElseGet(() -> endpoint.isPresent() && files.stages(endpoint.get().transport()));
    }

    boolean recalls(Endpoint endpoint) {
        return files.recalls(endpoint.transport());
    }

    /**
     * @param endpoint as the delivery began with it; when the way leads elsewhere meanwhile, one of its own is made for
     *                 this delivery; empty: as the way is now
     */
    <T> T over(Way way, Optional<Endpoint> endpoint, LiveWay.Delivery<T> delivery) throws Exception {
        LiveWay live = ways.get(way);
        if (live == null) {
            throw new HubFailure(RuntimeProblem.NO_ENDPOINT, way + " is not configured.");
        }
        Optional<T> done = live.use(setup -> endpoint.isEmpty() || setup.endpoint().equals(endpoint.get()), delivery);
        if (done.isPresent()) {
            return done.get();
        }
        if (live.running().isEmpty() || endpoint.isEmpty()) {
            throw live.notRunning();
        }
        return overFormer(way, endpoint.get(), delivery);
    }

    private <T> T overFormer(Way way, Endpoint endpoint, LiveWay.Delivery<T> delivery) throws Exception {
        Way former = new Way(way.instanceId() + "-former-" + formerWays.incrementAndGet(), way.direction());
        WaySetup setup = setup(way, endpoint);
        LiveWay once = new LiveWay(former, routes, camel);
        once.become(setup, secrets(endpoint, setup));
        try {
            return once.use(any -> true, delivery).orElseThrow(once::notRunning);
        } finally {
            once.end();
        }
    }
}
