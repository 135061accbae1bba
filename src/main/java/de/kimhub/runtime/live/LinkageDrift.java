package de.kimhub.runtime.live;

import de.kimhub.linkage.evaluation.BandDrift;
import de.kimhub.linkage.evaluation.EvaluationProblem;
import de.kimhub.operations.Health.Entry;
import de.kimhub.operations.Health.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Warns when new files are linked otherwise than those before. Counts anew every six hours. */
final class LinkageDrift {

    private static final Duration PERIOD = Duration.ofHours(6);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private Instant counted;
    private List<Entry> entries = List.of();

    LinkageDrift(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Entry> entries() {
        Instant now = clock.instant();
        if (counted == null || now.minus(PERIOD).isAfter(counted)) {
            entries = BandDrift.read(jdbc).stream().filter(BandDrift::hasMoved).map(drift -> new Entry("linkage",
                    State.NOTICE, EvaluationProblem.BANDS_MOVED.germanText() + " (" + drift.text() + ") ["
                            + EvaluationProblem.BANDS_MOVED.code() + "]")).toList();
            counted = now;
        }
        return entries;
    }
}
