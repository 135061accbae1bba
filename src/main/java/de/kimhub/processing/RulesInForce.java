package de.kimhub.processing;

import de.kimhub.processing.Recipients.Recipient;
import de.kimhub.sharing.Sharing;
import java.util.List;

/** What one batch is decided by, from its beginning to its end, whatever changes meanwhile. */
record RulesInForce(Sharing sharing, List<Recipient> recipients, Parties parties) {

    /** Stored with what was decided. */
    String version() {
        return sharing.rules().version();
    }
}
