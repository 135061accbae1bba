package de.kimhub.linkage.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The costs with which learning begins, from a table of fewer sounds: a sound is like the one of its likenesses
 * ({@link StartingSounds}) that costs least.
 */
final class StartingCosts {

    private static final double STRANGERS = 1.4;
    private static final double UNKNOWN_LEFT_OUT = 0.7;
    private static final double LEAST = 0.01, LEAST_IN_ONE_ALPHABET = 0.04;

    private final Map<String, Double> costs = new HashMap<>();
    private double base;
    private double room;

    /** Lines: scale; alike (both ways) and instead (first for second); first, second, both: left out, by place. */
    StartingCosts(String file) {
        for (String line : lines(file)) {
            String[] cells = line.split(";");
            switch (cells[0]) {
                case "scale" -> {
                    base = Double.parseDouble(cells[1]);
                    room = Double.parseDouble(cells[2]) / 2;
                }
                case "alike" -> {
                    instead(cells[1], cells[2], cells[3]);
                    instead(cells[2], cells[1], cells[3]);
                }
                case "instead" -> instead(cells[1], cells[2], cells[3]);
                case "both" -> {
                    leftOut("first", cells);
                    leftOut("second", cells);
                }
                default -> leftOut(cells[0], cells);
            }
        }
    }

    static List<String> lines(String file) {
        try (InputStream in = StartingCosts.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void instead(String first, String second, String cost) {
        costs.put(first + " " + second, Double.valueOf(cost));
    }

    private void leftOut(String side, String[] cells) {
        for (int place = 0; place < Sounds.PLACES; place++) {
            costs.put(side + " " + cells[1] + " " + place, Double.valueOf(cells[2 + place]));
        }
    }

    void giveTo(SoundParameters parameters, StartingSounds firsts, StartingSounds seconds) {
        double[] values = new double[parameters.values.length];
        for (int first = 0; first < firsts.size(); first++) {
            for (int second = 0; second < seconds.size(); second++) {
                boolean same = parameters.oneAlphabet && first == second;
                double least = parameters.oneAlphabet ? LEAST_IN_ONE_ALPHABET : LEAST;
                values[parameters.instead(first, second)] =
                        same ? 0 : Math.max(least, instead(firsts.likenesses(first), seconds.likenesses(second)));
            }
        }
        for (int code = 0; code < firsts.size() * Sounds.PLACES; code++) {
            values[parameters.leftOutOfFirst(code)] = leftOut("first", firsts, code);
            values[parameters.roomOfFirst(Sounds.sound((short) code))] = room;
        }
        for (int code = 0; code < seconds.size() * Sounds.PLACES; code++) {
            values[parameters.leftOutOfSecond(code)] = leftOut("second", seconds, code);
            values[parameters.roomOfSecond(Sounds.sound((short) code))] = room;
        }
        values[parameters.base()] = base;
        parameters.set(Arrays.stream(values).map(value -> value * SoundParameters.LOG_ODDS).toArray());
    }

    private double instead(List<String> firsts, List<String> seconds) {
        return firsts.stream().flatMap(first -> seconds.stream()
                        .map(second -> costs.getOrDefault(first + " " + second, first.equals(second) ? 0 : STRANGERS)))
                .mapToDouble(cost -> cost).min().orElseThrow();
    }

    private double leftOut(String side, StartingSounds sounds, int code) {
        int sound = Sounds.sound((short) code);
        return sounds.leftOut(sound).orElseGet(() -> sounds.likenesses(sound).stream()
                .mapToDouble(like -> costs.getOrDefault(side + " " + like + " " + code % Sounds.PLACES, UNKNOWN_LEFT_OUT))
                .min().orElseThrow());
    }
}
