package de.kimhub.linkage.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What it costs to take one sound for another or to leave one out: little where romanisations differ (vowels, k and q,
 * doubling), much where sounds are strangers. The tables say nothing about names.
 */
final class SoundCosts {

    /** Both sides in Latin letters. */
    static final SoundCosts LATIN = load("sounds-latin.csv", Alphabets.LATIN, Alphabets.LATIN);
    /** First side as it is written, second in Latin letters. */
    static final SoundCosts ARABIC = load("sounds-arabic.csv", Alphabets.ARABIC, Alphabets.LATIN);
    static final SoundCosts CYRILLIC = load("sounds-cyrillic.csv", Alphabets.CYRILLIC, Alphabets.LATIN);

    final Alphabet first;
    final Alphabet second;
    final int columns;
    /** Row: sound of the first side, column: of the second. */
    final float[] instead;
    /** By the code of {@link Sounds}: left out, standing in the first side or in the second. */
    final float[] leftOutOfFirst;
    final float[] leftOutOfSecond;
    /** How far apart two names may be that have this sound before they are as likely others as the same. */
    final float[] roomOfFirst;
    final float[] roomOfSecond;

    /** Room that each pair of names has. */
    float base;
    /** How fast the similarity falls with the distance and with its square. */
    float fall;
    float fallOfSquare;

    SoundCosts(Alphabet first, Alphabet second) {
        this.first = first;
        this.second = second;
        columns = second.size();
        instead = new float[first.size() * columns];
        leftOutOfFirst = new float[first.size() * Sounds.PLACES];
        leftOutOfSecond = new float[columns * Sounds.PLACES];
        roomOfFirst = new float[first.size() * Sounds.PLACES];
        roomOfSecond = new float[columns * Sounds.PLACES];
    }

    /** The distance at which the same name and another one are equally likely. */
    float even(short[] firstCodes, short[] secondCodes) {
        float even = base;
        for (short code : firstCodes) {
            even += roomOfFirst[code];
        }
        for (short code : secondCodes) {
            even += roomOfSecond[code];
        }
        return even;
    }

    private static SoundCosts load(String file, Alphabet first, Alphabet second) {
        SoundCosts costs = new SoundCosts(first, second);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SoundCosts.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            int[] order = Arrays.stream(lines.readLine().split(";")).skip(1).mapToInt(second::named).toArray();
            lines.lines().map(line -> line.split(";")).forEach(cells -> costs.add(cells, order));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return costs;
    }

    private void add(String[] cells, int[] order) {
        switch (cells[0]) {
            case "scale" -> {
                base = Float.parseFloat(cells[1]);
                fall = Float.parseFloat(cells[2]);
                fallOfSquare = Float.parseFloat(cells[3]);
            }
            case "instead" -> {
                for (int i = 0; i < order.length; i++) {
                    instead[first.named(cells[1]) * columns + order[i]] = Float.parseFloat(cells[2 + i]);
                }
            }
            case "first" -> places(first.named(cells[1]), cells, leftOutOfFirst, roomOfFirst);
            case "second" -> places(second.named(cells[1]), cells, leftOutOfSecond, roomOfSecond);
            default -> throw new IllegalArgumentException("unknown line in a table of sounds: " + cells[0]);
        }
    }

    /** A sound written twice gives no more room. */
    private static void places(int sound, String[] cells, float[] leftOut, float[] room) {
        for (int place = 0; place < Sounds.PLACES; place++) {
            leftOut[sound * Sounds.PLACES + place] = Float.parseFloat(cells[2 + place]);
            room[sound * Sounds.PLACES + place] = place == Sounds.DOUBLED ? 0 : Float.parseFloat(cells[2 + Sounds.PLACES]);
        }
    }
}
