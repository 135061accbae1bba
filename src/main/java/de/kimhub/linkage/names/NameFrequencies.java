package de.kimhub.linkage.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * How frequent a name is among the people of a German Kreis with much migration, by its skeleton and thus whatever the
 * spelling. From shipped tables, see README.md beside them. Short names share a skeleton with others and look the more
 * frequent for it, so that their agreement proves less.
 */
public final class NameFrequencies {

    /** Share of a name that no table knows. */
    public static final double FLOOR = 1e-5;

    private static final Map<String, Share> SHARES = load();

    private NameFrequencies() {
    }

    /** Share of people who have this given name, at least {@link #FLOOR}. */
    public static double given(NamePart part) {
        double most = FLOOR;
        for (String skeleton : part.skeletons()) {
            most = Math.max(most, SHARES.getOrDefault(skeleton, Share.UNKNOWN).given());
        }
        return most;
    }

    /** Share of people who have this family name, at least {@link #FLOOR}. */
    public static double family(NamePart part) {
        double most = FLOOR;
        for (String skeleton : part.skeletons()) {
            most = Math.max(most, SHARES.getOrDefault(skeleton, Share.UNKNOWN).family());
        }
        return most;
    }

    private static Map<String, Share> load() {
        Map<String, Share> shares = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                NameFrequencies.class.getResourceAsStream("frequencies.csv"), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(";")).forEach(cells ->
                    shares.put(cells[0], new Share(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(shares);
    }

    private record Share(double given, double family) {
        static final Share UNKNOWN = new Share(FLOOR, FLOOR);
    }
}
