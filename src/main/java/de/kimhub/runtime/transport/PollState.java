package de.kimhub.runtime.transport;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;

/** One poll: its pages so far. */
final class PollState {

    private static final int ALL = 10_000_000;

    private final PollMark before;
    private final Duration overlap;
    private final Deque<LocalDateTime> readInOverlap = new ArrayDeque<>();
    private PollMark lastRead;

    PollState(PollMark before, Duration overlap) {
        this.before = before;
        this.overlap = overlap;
    }

    /** Where the first page begins; {@code null} for the very first poll. */
    String start() {
        return before == null ? null : before.before(overlap);
    }

    PollMark lastRead() {
        return lastRead;
    }

    void read(PollMark row) {
        lastRead = row;
        readInOverlap.addLast(row.at());
    }

    /** It never goes back, though the overlap was read again; {@code null} before the very first row. */
    PollMark mark() {
        if (lastRead == null) {
            return before;
        }
        return before == null || lastRead.at().isAfter(before.at()) ? lastRead : before;
    }

    /** How many rows the next poll will read again; all that are known, while this one still reads known ones again. */
    int window() {
        if (mark() == before) {
            return ALL;
        }
        LocalDateTime from = new PollMark(mark().before(overlap), "").at();
        while (!readInOverlap.isEmpty() && readInOverlap.peekFirst().isBefore(from)) {
            readInOverlap.removeFirst();
        }
        return readInOverlap.size();
    }
}
