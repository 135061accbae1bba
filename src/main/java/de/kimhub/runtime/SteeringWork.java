package de.kimhub.runtime;

import de.kimhub.steering.release.FactSources;
import de.kimhub.steering.release.ReleaseRefused;
import de.kimhub.steering.release.Releases;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What the route calls: on its cut-off day a period is closed and published. */
@Component("steeringWork")
class SteeringWork {

    private static final Logger LOG = LoggerFactory.getLogger(SteeringWork.class);

    private final Releases releases;
    private final FactSources sources;
    private final Clock clock;

    SteeringWork(Releases releases, FactSources sources, Clock clock) {
        this.releases = releases;
        this.sources = sources;
        this.clock = clock;
    }

    public void releaseDue() {
        LocalDate today = LocalDate.now(clock);
        releases.due(today).ifPresent(period -> {
            try {
                Releases.Result result = releases.release(period, today, sources, line -> LOG.info("Release {}: {}", period.id(), line));
                LOG.info("Released {}: {} tables, {} withheld", result.id(), result.tables(), result.withheld().size());
            } catch (DuplicateKeyException | ReleaseRefused elsewhere) {
                LOG.info("Release {} was made elsewhere.", period.id());
            }
        });
    }
}
