package de.kimhub.runtime.live;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.operations.Health;
import de.kimhub.operations.HealthSource;
import de.kimhub.operations.OpenReviews;
import de.kimhub.runtime.RuntimeProblem;
import de.kimhub.runtime.transport.Instances;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks at the files every two seconds. A change counts when it was the same twice: then nobody writes any more. */
@Component
public class ConfigurationWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationWatch.class);
    private static final long PERIOD_MILLIS = 2_000;

    private final LiveConfiguration configuration;
    private final HealthReport report;
    private final LinkageDrift drift;
    private final List<HealthSource> sources;
    private final Health health;
    private final JdbcTemplate jdbc;
    private FolderStamp taken;
    private FolderStamp seen;
    private boolean failed;

    ConfigurationWatch(LiveConfiguration configuration, CurrentInstallation current, Instances instances,
                       List<HealthSource> sources, JdbcTemplate jdbc) {
        this.configuration = configuration;
        this.report = new HealthReport(current, instances);
        this.drift = new LinkageDrift(jdbc, Clock.systemUTC());
        this.sources = sources;
        this.health = new Health(jdbc);
        this.jdbc = jdbc;
    }

    /** @param terminal is told what is taken up, and what is not and why */
    public AutoCloseable begin(Consumer<String> terminal) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "hub-configuration");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(() -> look(terminal), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return () -> {
            executor.shutdown();
            executor.awaitTermination(30, TimeUnit.SECONDS);
            health.leave(HealthReport.NODE);
        };
    }

    /** One look; never throws. */
    void look(Consumer<String> terminal) {
        try {
            FolderStamp now = configuration.stamp();
            boolean quiet = now.equals(seen) || taken == null;
            seen = now;
            if (quiet && !now.equals(taken)) {
                configuration.reload(terminal);
                taken = now;
            }
            configuration.tend(terminal);
            failed = false;
        } catch (RuntimeException e) {
            note(e, terminal);
        }
        reportHealth();
    }

    private void note(RuntimeException error, Consumer<String> terminal) {
        LOG.warn("The configuration cannot be taken up now. [{}]", RuntimeProblem.RELOAD_FAILED.code(), error);
        if (!failed) {
            terminal.accept(RuntimeProblem.RELOAD_FAILED.germanText() + " (" + error.getClass().getSimpleName() + ") ["
                    + RuntimeProblem.RELOAD_FAILED.code() + "]");
        }
        failed = true;
    }

    private void reportHealth() {
        try {
            List<Health.Entry> entries = new ArrayList<>(report.entries(failed));
            entries.addAll(drift.entries());
            sources.forEach(source -> entries.addAll(source.entries()));
            OpenReviews.read(jdbc).finding().ifPresent(entries::add);
            health.report(HealthReport.NODE, entries);
        } catch (DataAccessException unreachable) {
            LOG.debug("The health cannot be written.", unreachable);
        }
    }
}
