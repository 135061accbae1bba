package de.kimhub.runtime.transport;

import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One way as it runs: changed and ended only between two deliveries. */
final class LiveWay {

    private static final Logger LOG = LoggerFactory.getLogger(LiveWay.class);
    private static final long LONGEST_DELIVERY_SECONDS = 90;

    private final Way way;
    private final InstanceRoutes routes;
    private final CamelContext camel;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private volatile Running running;
    private volatile WayProblem problem;

    LiveWay(Way way, InstanceRoutes routes, CamelContext camel) {
        this.way = way;
        this.routes = routes;
        this.camel = camel;
    }

    /** @param producer for ways out, otherwise {@code null} */
    record Running(WaySetup setup, ProducerTemplate producer, String uri) {
    }

    /** What is done with a way that runs. */
    interface Delivery<T> {
        T over(Running running) throws Exception;
    }

    boolean runs(WaySetup setup) {
        Running now = running;
        return now != null && now.setup().equals(setup);
    }

    Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    Optional<WayProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** @return empty when it does not run as it is meant */
    <T> Optional<T> use(java.util.function.Predicate<WaySetup> meant, Delivery<T> delivery) throws Exception {
        gate.readLock().lock();
        try {
            Running now = running;
            return now != null && meant.test(now.setup()) ? Optional.of(delivery.over(now)) : Optional.empty();
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Sets it up so; when that fails, it goes on as it was. */
    void become(WaySetup wanted, List<String> secrets) {
        exclusively(() -> {
            Running before = running;
            try {
                stop();
                start(wanted);
                failed(null);
            } catch (Exception e) {
                if (before == null) {
                    failed(WayProblem.of(e, RuntimeProblem.INSTANCE_BROKEN, secrets));
                } else {
                    WayProblem why = WayProblem.of(e, RuntimeProblem.WAY_NOT_CHANGED, secrets);
                    restore(before, why);
                }
            }
        });
    }

    private void restore(Running before, WayProblem why) {
        try {
            start(before.setup());
            failed(new WayProblem(why.code(), "It goes on as it was. " + why.reason()));
        } catch (Exception e) {
            failed(why);
        }
    }

    /** It could not even be tried. */
    void failed(WayProblem why) {
        if (why != null && !why.equals(problem)) {
            LOG.warn("{} could not be set up and is tried again every half minute; the others run. {}", way, why);
        }
        problem = why;
    }

    private void start(WaySetup setup) throws Exception {
        routes.add(way.routeId(), setup);
        String uri = setup.uri(way.routeId());
        running = new Running(setup, setup.receives() == null ? camel.createProducerTemplate(1) : null, uri);
        LOG.info("{} is set up.", way);
    }

    /** After what is in hand. @return whether it ended */
    boolean end() {
        return exclusively(() -> {
            try {
                stop();
                LOG.info("{} has ended.", way);
            } catch (Exception e) {
                LOG.warn("{} did not end well ({}). [{}]", way, e.getClass().getSimpleName(),
                        RuntimeProblem.UNEXPECTED.code());
            }
        });
    }

    private void stop() throws Exception {
        Running now = running;
        running = null;
        if (now != null) {
            if (now.producer() != null) {
                now.producer().stop();
            }
            routes.remove(way.routeId());
        }
    }

    private boolean exclusively(Runnable change) {
        try {
            if (!gate.writeLock().tryLock(LONGEST_DELIVERY_SECONDS, TimeUnit.SECONDS)) {
                failed(new WayProblem(RuntimeProblem.WAY_IN_USE.code(), "A delivery takes long; the way is changed after it."));
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            change.run();
            return true;
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** @throws HubFailure says why it does not run */
    HubFailure notRunning() {
        WayProblem why = problem;
        return why == null ? new HubFailure(RuntimeProblem.NO_ENDPOINT, way + " is not configured.")
                : new HubFailure(RuntimeProblem.INSTANCE_BROKEN, way + " is not set up: " + why.reason());
    }
}
