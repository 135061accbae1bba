package de.kimhub.delivery;

import java.util.StringJoiner;

/** Speaks of an exception without its message, which may quote a value. */
final class Failures {

    private Failures() {
    }

    /** The classes of the exception and its causes, each with where it was thrown. */
    static String describe(Throwable thrown) {
        StringJoiner text = new StringJoiner(", caused by ");
        for (Throwable one = thrown; one != null && text.length() < 2000; one = one.getCause()) {
            StackTraceElement[] trace = one.getStackTrace();
            text.add(one.getClass().getName() + (trace.length > 0 ? " at " + trace[0] : ""));
        }
        return text.toString();
    }
}
