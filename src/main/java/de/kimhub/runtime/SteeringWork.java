package de.kimhub.runtime;

import de.kimhub.operations.Health.Entry;
import de.kimhub.operations.Health.State;
import de.kimhub.operations.HealthSource;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.SteeringProblem;
import de.kimhub.steering.release.FactSources;
import de.kimhub.steering.release.ReleaseRefused;
import de.kimhub.steering.release.Releases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * What the route calls: on its cut-off day a period is closed and published. What could not be published is an alert until it
 * is, whoever does it.
 */
@Component("steeringWork")
public class SteeringWork implements HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(SteeringWork.class);
    private static final String COMPONENT = "Lenkungsgruppe";

    private final Releases releases;
    private final FactSources sources;
    private final Clock clock;
    private volatile Failure failure;

    SteeringWork(Releases releases, FactSources sources, Clock clock) {
        this.releases = releases;
        this.sources = sources;
        this.clock = clock;
    }

    /** @param error kinds of errors, never their texts */
    private record Failure(Quarter period, String error) {
    }

    public void releaseDue() {
        LocalDate today = LocalDate.now(clock);
        releases.due(today).ifPresent(period -> release(period, today));
    }

    private void release(Quarter period, LocalDate today) {
        try {
            Releases.Result result = releases.release(period, today, sources, line -> LOG.info("Release {}: {}", period.id(), line));
            LOG.info("Released {}: {} tables, {} withheld", result.id(), result.tables(), result.withheld().size());
        } catch (DuplicateKeyException | ReleaseRefused elsewhere) {
            LOG.info("Release {} was made elsewhere.", period.id());
        } catch (RuntimeException | Error e) {
            failure = new Failure(period, RouteErrors.describe(e, RuntimeProblem.UNEXPECTED));
            throw e;
        }
    }

    @Override
    public List<Entry> entries() {
        LocalDate today = LocalDate.now(clock);
        Failure last = failure;
        if (last != null && releases.due(today).filter(last.period()::equals).isEmpty()) {
            failure = null;
            last = null;
        }
        return last != null ? List.of(entry(State.BROKEN, last.period(), SteeringProblem.RELEASE_FAILED, last.error() + ", "))
                : releases.due(today.minusDays(2)).map(period -> entry(State.NOTICE, period, SteeringProblem.RELEASE_OVERDUE, ""))
                        .map(List::of).orElse(List.of());
    }

    private static Entry entry(State state, Quarter period, SteeringProblem problem, String error) {
        return new Entry(COMPONENT, state, period.label() + ": " + problem.germanText() + " (" + error + period.id() + ") [" + problem.code()
                + "]");
    }
}
