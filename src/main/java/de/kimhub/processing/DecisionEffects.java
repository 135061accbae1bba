package de.kimhub.processing;

import java.util.List;

/**
 * What follows from a decision about two files. Counts and names of instances, nothing about a person.
 *
 * @param possible     whether it can be decided so: others that stand may say the opposite
 * @param moved        files that belong to another person then
 * @param joinsSettled whether two persons become one, of both of whom something may have been passed on
 * @param held         what becomes of events that wait
 * @param told         what recipients are given, or have to be told
 */
public record DecisionEffects(boolean possible, int moved, boolean joinsSettled, List<Held> held, List<Told> told) {

    static final DecisionEffects IMPOSSIBLE = new DecisionEffects(false, 0, false, List.of(), List.of());

    /**
     * @param source   whose events they are
     * @param released are decided now: passed on, or nobody's
     * @param staying  wait for something else
     */
    public record Held(String source, long released, long staying) {
    }

    public record Told(String recipient, Kind kind, long count) {
    }

    /** What a recipient gets. */
    public enum Kind {
        /** Something that waited. */
        LATE,
        /** What it was given under another person's file number is taken back there. */
        RETRACTION,
        /** It is given again, under the file that is the person's. */
        REPETITION,
        /** What its source has corrected since. */
        CORRECTION,
        /** It was given something without a file number: somebody has to call. */
        CALL
    }

    /** Whether nobody notices anything. */
    public boolean isNothing() {
        return possible && moved == 0 && held.isEmpty() && told.isEmpty();
    }
}
