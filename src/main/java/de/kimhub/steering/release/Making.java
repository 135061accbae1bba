package de.kimhub.steering.release;

import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.SteeringSettings;
import java.time.LocalDate;

/**
 * A release that is being made.
 *
 * @param settings as they were when it was begun, whatever becomes of the file meanwhile
 */
record Making(LedgerStore.Run run, Quarter period, LocalDate today, SteeringSettings settings) {

    String id() {
        return run.id();
    }
}
