package de.kimhub.runtime.demo.tool;

import java.time.LocalDate;

/** Of XAusländer: a software house brings the new one in the middle of the demo's year. */
enum Release {
    PREVIOUS("26.05"), CURRENT("26.11");

    private static final LocalDate CHANGE = LocalDate.now().withDayOfMonth(1).minusMonths(6);

    private final String version;

    Release(String version) {
        this.version = version;
    }

    /** A message that is sent again stays in the release in which it was written. */
    static Release on(LocalDate day) {
        return day.isBefore(CHANGE) ? PREVIOUS : CURRENT;
    }

    String version() {
        return version;
    }

    String namespace() {
        return "http://www.osci.de/xauslaender" + version.replace(".", "");
    }
}
