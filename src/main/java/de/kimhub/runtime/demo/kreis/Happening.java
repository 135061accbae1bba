package de.kimhub.runtime.demo.kreis;

import java.time.LocalDate;
import java.util.Map;

/**
 * Something happens to somebody at an office.
 *
 * @param number  of the office's entry: what corrects, repeats or takes back an entry has its number
 * @param who     {@code null} for a structural issue
 * @param details by names of {@link Detail}
 */
public record Happening(long number, Office at, Kind kind, Resident who, LocalDate on, Map<Detail, String> details) {

    public enum Detail {
        THEME, KIND, TO, SOURCES, RECIPIENTS, RELEASE, NAMED_AT, CONSENT, MEASURE, PROVIDER, STARTS_ON, ENDS_ON,
        REASON, DOCUMENTS, DEADLINE, DECISION, RESULT, LEVEL, COURSE, ISSUE, ORIGINAL, STATUS, AT, NAME, TOWN, UNTIL,
        /** How often a message was corrected before it reads so: each time it has a UUID of its own. */
        VERSION
    }

    public String detail(Detail name) {
        return details.getOrDefault(name, "");
    }

    /** As an entry of which nobody was told before. */
    Happening anew() {
        return new Happening(-number, at, kind, who, on, details);
    }

    public boolean is(Detail name) {
        return details.containsKey(name);
    }

    /** Said on another day. */
    Happening on(LocalDate day) {
        return new Happening(number, at, kind, who, day, details);
    }

    public Happening as(Kind other, Map<Detail, String> otherDetails) {
        return new Happening(number, at, other, who, on, otherDetails);
    }
}
