package de.kimhub.runtime.transport;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * How far a view was read.
 *
 * @param changedAt ISO date or time, with offset or without, as the database has it
 */
record PollMark(String changedAt, String id) {

    private static final char SEPARATOR = '|';

    static PollMark parse(String mark) {
        int separator = mark.indexOf(SEPARATOR);
        return new PollMark(mark.substring(0, separator), mark.substring(separator + 1));
    }

    /** The time of change so much earlier, in the same form. */
    String before(Duration overlap) {
        if (changedAt.indexOf('T') < 0) {
            long days = overlap.plusDays(1).minusNanos(1).toDays();
            return LocalDate.parse(changedAt).minusDays(days).toString();
        }
        return hasOffset()
                ? OffsetDateTime.parse(changedAt).minus(overlap).toString()
                : LocalDateTime.parse(changedAt).minus(overlap).toString();
    }

    /** For comparing marks of one view. */
    LocalDateTime at() {
        if (changedAt.indexOf('T') < 0) {
            return LocalDate.parse(changedAt).atStartOfDay();
        }
        return hasOffset()
                ? OffsetDateTime.parse(changedAt).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : LocalDateTime.parse(changedAt);
    }

    private boolean hasOffset() {
        return changedAt.indexOf('+') > 0 || changedAt.endsWith("Z")
                || changedAt.lastIndexOf('-') > changedAt.indexOf('T');
    }

    @Override
    public String toString() {
        return changedAt + SEPARATOR + id;
    }
}
