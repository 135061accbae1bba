package de.kimhub.linkage.register;

import de.kimhub.linkage.comparison.Scorer;
import java.time.Instant;

/** With what files are compared at present. */
@FunctionalInterface
public interface Scorers {

    Scorer now();

    /** Since when that is so: what was scored before may be scored otherwise now. */
    default Instant since() {
        return Instant.EPOCH;
    }
}
