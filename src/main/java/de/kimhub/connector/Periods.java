package de.kimhub.connector;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.function.Function;

/** Reads periods and durations whose form the schema has checked; only their size can still be wrong. */
final class Periods {

    private Periods() {
    }

    static Period period(ConfigNode section, String key, Period otherwise, List<Problem> problems) {
        return read(section, key, otherwise, Period::parse, problems);
    }

    static Duration duration(ConfigNode section, String key, Duration otherwise, List<Problem> problems) {
        return read(section, key, otherwise, Duration::parse, problems);
    }

    private static <T> T read(ConfigNode section, String key, T otherwise, Function<String, T> parser,
                              List<Problem> problems) {
        ConfigNode node = section.get(key).orElse(null);
        if (node == null) {
            return otherwise;
        }
        try {
            return parser.apply(node.text());
        } catch (DateTimeException | ArithmeticException tooBig) {
            problems.add(new Problem(ConnectorProblem.BAD_PERIOD, node.place(),
                    "'" + key + "' is no period that can be counted. Write one such as P7D or PT5S."));
            return otherwise;
        }
    }
}
