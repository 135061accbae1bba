package de.kimhub.linkage.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What it costs to take one sound for another or to leave one out: little where romanisations differ (vowels, k and q,
 * doubling), much where sounds are strangers. The tables say nothing about names.
 */
final class SoundCosts {

    /** Both sides in letters that write vowels. */
    static final SoundCosts LATIN = load("sounds.csv");
    /** First side from a script without short vowels. */
    static final SoundCosts WITHOUT_VOWELS = load("sounds-without-vowels.csv");

    /** Row: sound of the first side, column: of the second. */
    final float[] instead = new float[Sound.COUNT * Sound.COUNT];
    /** {@code place * COUNT + sound}: left out, standing in the first side or in the second. */
    final float[] leftOutOfFirst = new float[Sounds.PLACES * Sound.COUNT];
    final float[] leftOutOfSecond = new float[Sounds.PLACES * Sound.COUNT];

    /** A distance of {@code base + perSound * length} is where the same name and another one are equally likely. */
    float base;
    float perSound;
    /** How fast the similarity falls with the distance and with its square. */
    float fall;
    float fallOfSquare;

    private static SoundCosts load(String file) {
        SoundCosts costs = new SoundCosts();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SoundCosts.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(";")).forEach(costs::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return costs;
    }

    /** {@code instead;a;e;0.3}, {@code first;h;…five places}, {@code second;h;…five places}, {@code both;…} for both sides. */
    private void add(String[] cells) {
        if (cells[0].equals("scale")) {
            base = Float.parseFloat(cells[1]);
            perSound = Float.parseFloat(cells[2]);
            fall = Float.parseFloat(cells[3]);
            fallOfSquare = Float.parseFloat(cells[4]);
            return;
        }
        int sound = Sound.named(cells[1]);
        switch (cells[0]) {
            case "instead" -> instead[sound * Sound.COUNT + Sound.named(cells[2])] = Float.parseFloat(cells[3]);
            case "alike" -> {
                int other = Sound.named(cells[2]);
                instead[sound * Sound.COUNT + other] = instead[other * Sound.COUNT + sound] = Float.parseFloat(cells[3]);
            }
            case "first" -> places(leftOutOfFirst, sound, cells);
            case "second" -> places(leftOutOfSecond, sound, cells);
            case "both" -> {
                places(leftOutOfFirst, sound, cells);
                places(leftOutOfSecond, sound, cells);
            }
            default -> throw new IllegalArgumentException("unknown line in a table of sounds: " + cells[0]);
        }
    }

    private static void places(float[] costs, int sound, String[] cells) {
        for (int place = 0; place < Sounds.PLACES; place++) {
            costs[place * Sound.COUNT + sound] = Float.parseFloat(cells[2 + place]);
        }
    }
}
