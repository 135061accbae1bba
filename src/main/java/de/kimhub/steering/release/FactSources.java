package de.kimhub.steering.release;

import de.kimhub.message.Measure;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** What a release has to know of where its facts come from. */
public interface FactSources {

    /** By which rules a measure is counted, of connected tools that tell of it; without one it is not published. */
    Map<Measure, Ground> grounds();

    /** By instance the day of its last delivery up to and with this one. */
    Map<String, LocalDate> lastDeliveries(LocalDate until);

    /** Instances of whose files possible duplicates wait for a decision. */
    Set<String> withOpenReviews();

    /** @param consent whether only people who consented are counted; {@code mixed}: at some senders */
    record Ground(boolean consent, boolean mixed) {

        public String words() {
            return mixed ? "teils nur Menschen mit Einwilligung, teils alle (je nach meldender Stelle)"
                    : consent ? "nur Menschen, die in die Statistik eingewilligt haben"
                    : "alle, die die Stellen melden; die Rechtsgrundlage braucht keine Einwilligung";
        }
    }
}
