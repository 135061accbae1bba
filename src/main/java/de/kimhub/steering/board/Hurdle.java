package de.kimhub.steering.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What stands in the way of many, and who does what about it. No person is in it.
 *
 * @param raisedBy instance of the event that raised it; {@code null}: on the page
 * @param version  counts up with each change
 */
record Hurdle(long id, Content content, HurdleState state, boolean approved, LocalDate raisedOn, LocalDate stateSince,
              String raisedBy, int version) {

    /** @param due may be {@code null} */
    record Content(String title, String theme, String description, String workingGroup, String decision, String responsible,
                   LocalDate due) {
    }

    public boolean open() {
        return state != HurdleState.GELOEST;
    }

    public boolean overdue() {
        return open() && content.due() != null && content.due().isBefore(LocalDate.now());
    }

    public long daysOpen() {
        return ChronoUnit.DAYS.between(raisedOn, open() ? LocalDate.now() : stateSince);
    }
}
