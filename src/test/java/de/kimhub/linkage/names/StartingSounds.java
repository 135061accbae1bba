package de.kimhub.linkage.names;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The sounds of an alphabet, each with those sounds of the starting costs that it is like. */
final class StartingSounds {

    private final String[][] cells;

    StartingSounds(String name, Alphabet alphabet) {
        cells = new String[alphabet.size()][];
        for (String line : StartingCosts.lines("starting-sounds.csv")) {
            String[] sound = line.split(";");
            if (sound[0].equals(name)) {
                cells[alphabet.named(sound[1])] = sound;
            }
        }
        if (Arrays.asList(cells).contains(null)) {
            throw new IllegalStateException("starting-sounds.csv lacks sounds of the alphabet " + name);
        }
    }

    int size() {
        return cells.length;
    }

    String name(int sound) {
        return cells[sound][1];
    }

    List<String> likenesses(int sound) {
        return List.of(cells[sound][2].split(","));
    }

    /** For what is hardly heard: the cost of leaving it out in any place. */
    OptionalDouble leftOut(int sound) {
        return cells[sound].length > 3 ? OptionalDouble.of(Double.parseDouble(cells[sound][3])) : OptionalDouble.empty();
    }
}
