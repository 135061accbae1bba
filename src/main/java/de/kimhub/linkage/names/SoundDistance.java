package de.kimhub.linkage.names;

import java.util.Arrays;

/** The cheapest way from one row of sounds to another. One thread at a time. */
final class SoundDistance {

    /** A different beginning weighs more. */
    static final float INITIAL_WEIGHT = 1.3f;
    static final float ARTICLE = 0.5f;
    /** Two neighbouring sounds in the wrong order: a typing error. */
    static final float EXCHANGED = 0.6f;

    private float[] above = new float[Sounds.MOST + 1];
    private float[] row = new float[Sounds.MOST + 1];
    private float[] twoAbove = new float[Sounds.MOST + 1];

    /** The distance, or something between {@code enough} and it as soon as it cannot be less than {@code enough}. */
    float of(byte[] first, byte[] second, SoundCosts costs, float enough) {
        int columns = second.length;
        above[0] = 0;
        for (int j = 1; j <= columns; j++) {
            above[j] = above[j - 1] + costs.leftOutOfSecond[Sounds.code(second[j - 1])];
            if (j == 2 && Sounds.beginWithArticle(second)) {
                above[j] = Math.min(above[j], ARTICLE);
            }
        }
        float leastAbove = 0;
        for (int i = 1; i <= first.length; i++) {
            float least = fillRow(i, first, second, costs);
            float[] filled = row;
            row = twoAbove;
            twoAbove = above;
            above = filled;
            if (least > enough && leastAbove > enough) {
                return Math.min(least, leastAbove);
            }
            leastAbove = least;
        }
        return above[columns];
    }

    private float fillRow(int i, byte[] first, byte[] second, SoundCosts costs) {
        float[] instead = costs.instead;
        float[] leftOutOfSecond = costs.leftOutOfSecond;
        float[] above = this.above;
        float[] row = this.row;
        float gap = costs.leftOutOfFirst[Sounds.code(first[i - 1])];
        int sound = Sounds.sound(first[i - 1]);
        int before = i > 1 ? Sounds.sound(first[i - 2]) : -1;
        int line = sound * Sound.COUNT;
        int left = -1;
        float least = row[0] = i == 2 && Sounds.beginWithArticle(first) ? Math.min(above[0] + gap, ARTICLE) : above[0] + gap;
        for (int j = 1; j <= second.length; j++) {
            int other = Sounds.sound(second[j - 1]);
            float exchange = instead[line + other];
            float best = Math.min(above[j] + gap, above[j - 1] + (i == 1 && j == 1 ? exchange * INITIAL_WEIGHT : exchange));
            if (sound == left && other == before) {
                best = Math.min(best, twoAbove[j - 2] + EXCHANGED);
            }
            best = Math.min(best, row[j - 1] + leftOutOfSecond[Sounds.code(second[j - 1])]);
            row[j] = best;
            least = Math.min(least, best);
            left = other;
        }
        return least;
    }

    /** For letters without known sounds: each difference costs the same. */
    static float ofLetters(String first, String second) {
        int[] above = new int[second.length() + 1];
        Arrays.setAll(above, j -> j);
        for (int i = 1; i <= first.length(); i++) {
            int diagonal = above[0];
            above[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                int exchanged = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                diagonal = above[j];
                above[j] = Math.min(exchanged, Math.min(above[j], above[j - 1]) + 1);
            }
        }
        return above[second.length()];
    }
}
