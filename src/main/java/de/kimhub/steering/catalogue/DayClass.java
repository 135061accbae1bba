package de.kimhub.steering.catalogue;

import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A class of days.
 *
 * @param upper inclusive; {@code null}: no end
 */
public record DayClass(int lower, Integer upper) {

    public static final List<DayClass> WAITING = List.of(new DayClass(0, 7), new DayClass(8, 14), new DayClass(15, 28),
            new DayClass(29, 56), new DayClass(57, 112), new DayClass(113, null));
    /** Whether it took up to four weeks. */
    public static final List<DayClass> FOUR_WEEKS = List.of(new DayClass(0, 28), new DayClass(29, null));
    public static final List<DayClass> PROCEDURE = List.of(new DayClass(0, 91), new DayClass(92, 182), new DayClass(183, 365),
            new DayClass(366, 730), new DayClass(731, null));
    public static final List<DayClass> ONE_YEAR = List.of(new DayClass(0, 365), new DayClass(366, null));

    public String code() {
        return upper == null ? lower + "-" : lower + "-" + upper;
    }

    public String label() {
        return upper == null ? "mehr als " + (lower - 1) + " Tage" : lower + " bis " + upper + " Tage";
    }

    public boolean holds(int days) {
        return days >= lower && (upper == null || days <= upper);
    }

    /** Whether something that begins in the one quarter and ends in the other can take so many days. */
    public boolean mayLieBetween(Quarter opened, Quarter closed) {
        return ChronoUnit.DAYS.between(opened.begin(), closed.end()) >= lower
                && (upper == null || ChronoUnit.DAYS.between(opened.end(), closed.begin()) <= upper);
    }

    /** What any day of a finer class belongs to. */
    boolean covers(DayClass finer) {
        return holds(finer.lower);
    }
}
