package de.kimhub.runtime;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.Arrays;

/** Writes an exception without its text: the classes from the outermost to the cause, each with its first places. */
public final class ClassNamesOnly extends ThrowableHandlingConverter {

    private static final int PLACES = 12;
    private static final int CAUSES = 8;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        IThrowableProxy error = event.getThrowableProxy();
        for (int depth = 0; error != null && depth < CAUSES; depth++) {
            text.append(depth == 0 ? "  " : "  caused by ").append(error.getClassName()).append('\n');
            Arrays.stream(error.getStackTraceElementProxyArray()).limit(PLACES)
                    .forEach(place -> text.append("    ").append(place.getSTEAsString()).append('\n'));
            error = error.getCause();
        }
        return text.toString();
    }
}
