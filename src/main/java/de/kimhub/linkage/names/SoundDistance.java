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

    float of(Sounds first, Sounds second, SoundCosts costs) {
        int columns = second.length;
        above[0] = 0;
        for (int j = 1; j <= columns; j++) {
            above[j] = above[j - 1] + leftOut(second, j - 1, costs.leftOutOfSecond);
            if (j == 2 && second.beginsWithArticle()) {
                above[j] = Math.min(above[j], ARTICLE);
            }
        }
        for (int i = 1; i <= first.length; i++) {
            fillRow(i, first, second, costs);
            float[] filled = row;
            row = twoAbove;
            twoAbove = above;
            above = filled;
        }
        return above[columns];
    }

    private void fillRow(int i, Sounds first, Sounds second, SoundCosts costs) {
        float[] instead = costs.instead;
        float[] leftOutOfSecond = costs.leftOutOfSecond;
        float gap = leftOut(first, i - 1, costs.leftOutOfFirst);
        int line = first.sound[i - 1] * Sound.COUNT;
        row[0] = i == 2 && first.beginsWithArticle() ? Math.min(above[0] + gap, ARTICLE) : above[0] + gap;
        for (int j = 1; j <= second.length; j++) {
            float exchange = instead[line + second.sound[j - 1]];
            float best = above[j - 1] + (i == 1 && j == 1 ? exchange * INITIAL_WEIGHT : exchange);
            best = Math.min(best, above[j] + gap);
            if (i > 1 && j > 1 && first.sound[i - 1] == second.sound[j - 2] && first.sound[i - 2] == second.sound[j - 1]) {
                best = Math.min(best, twoAbove[j - 2] + EXCHANGED);
            }
            row[j] = Math.min(best, row[j - 1] + leftOutOfSecond[second.place[j - 1] * Sound.COUNT + second.sound[j - 1]]);
        }
    }

    private static float leftOut(Sounds sounds, int at, float[] costs) {
        return costs[sounds.place[at] * Sound.COUNT + sounds.sound[at]];
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
