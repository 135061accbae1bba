package de.kimhub.linkage.names;

import java.util.Arrays;

/** The cheapest way from one row of sounds to another. One thread at a time. */
final class SoundDistance {

    /** A different beginning weighs more. */
    static final float INITIAL_WEIGHT = 1.3f;
    static final float ARTICLE = 0.7f;
    /** Two neighbouring sounds in the wrong order: a typing error. */
    static final float EXCHANGED = 0.6f;

    private float[] above = new float[Sounds.MOST + 1];
    private float[] row = new float[Sounds.MOST + 1];
    private float[] twoAbove = new float[Sounds.MOST + 1];
    private final int[] sounds = new int[Sounds.MOST];
    private final float[] gaps = new float[Sounds.MOST];

    /** The distance, or something between {@code enough} and it as soon as it cannot be less than {@code enough}. */
    float of(byte[] first, byte[] second, SoundCosts costs, float enough) {
        begin(second, costs);
        float leastAbove = 0;
        for (int i = 1; i <= first.length; i++) {
            float least = fillRow(i, first, second.length, costs);
            float[] filled = row;
            row = twoAbove;
            twoAbove = above;
            above = filled;
            if (least > enough && leastAbove > enough) {
                return Math.min(least, leastAbove);
            }
            leastAbove = least;
        }
        return above[second.length];
    }

    private void begin(byte[] second, SoundCosts costs) {
        above[0] = 0;
        for (int j = 0; j < second.length; j++) {
            sounds[j] = Sounds.sound(second[j]);
            gaps[j] = costs.leftOutOfSecond[Sounds.code(second[j])];
            above[j + 1] = above[j] + gaps[j];
            if (j == 1 && Sounds.beginWithArticle(second)) {
                above[2] = Math.min(above[2], ARTICLE);
            }
        }
    }

    private float fillRow(int i, byte[] first, int columns, SoundCosts costs) {
        float[] instead = costs.instead;
        float[] above = this.above;
        float[] row = this.row;
        float gap = costs.leftOutOfFirst[Sounds.code(first[i - 1])];
        int sound = Sounds.sound(first[i - 1]);
        int soundBefore = i > 1 ? Sounds.sound(first[i - 2]) : -1;
        int line = sound * Sound.COUNT;
        int otherBefore = -1;
        float weight = i == 1 ? INITIAL_WEIGHT : 1;
        float diagonal = above[0];
        float left = i == 2 && Sounds.beginWithArticle(first) ? Math.min(diagonal + gap, ARTICLE) : diagonal + gap;
        float least = left;
        row[0] = left;
        for (int j = 0; j < columns; j++) {
            int other = sounds[j];
            float over = above[j + 1];
            left = Math.min(Math.min(left + gaps[j], over + gap), diagonal + instead[line + other] * weight);
            if (sound == otherBefore && other == soundBefore) {
                left = Math.min(left, twoAbove[j - 1] + EXCHANGED);
            }
            row[j + 1] = left;
            least = Math.min(least, left);
            diagonal = over;
            otherBefore = other;
            weight = 1;
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
