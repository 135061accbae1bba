package de.kimhub.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that stands at noon of a day until it is set. */
public final class HandClock extends Clock {

    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");

    private Instant now;

    public HandClock(LocalDate day) {
        set(day);
    }

    public void set(LocalDate day) {
        now = day.atTime(12, 0).atZone(HERE).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return HERE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
