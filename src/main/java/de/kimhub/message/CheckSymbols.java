package de.kimhub.message;

import java.util.Arrays;

/**
 * Check symbols for texts that people copy: a twice extended Reed-Solomon code over GF(32) of distance 3. Any two wrong
 * symbols are found, and of a single wrong one it can be said which it is. Two check symbols serve 31 symbols of data;
 * longer texts are dealt out to several words in turn, each with two of its own, so that neighbours never share one.
 */
public final class CheckSymbols {

    /** Symbols of data for which two check symbols suffice. */
    public static final int LONGEST_WORD = 31;

    private static final int CHECKS = 2;
    private static final int POLYNOMIAL = 0b100101; // x^5 + x^2 + 1, primitive
    private static final int ORDER = Base32.SIZE - 1;
    private static final int[] POWER = new int[ORDER];
    private static final int[] LOG = new int[Base32.SIZE];

    static {
        int value = 1;
        for (int i = 0; i < ORDER; i++) {
            POWER[i] = value;
            LOG[value] = i;
            value <<= 1;
            if (value >= Base32.SIZE) {
                value ^= POLYNOMIAL;
            }
        }
    }

    private CheckSymbols() {
    }

    /** What reading found. */
    public sealed interface Reading {

        /** @param data without the check symbols */
        record Right(int[] data) implements Reading {
        }

        /**
         * One wrong symbol explains it. So may two: it is a hint for people, never a reason to go on.
         *
         * @param position of the symbol, from 0
         * @param expected the symbol that would be right there
         */
        record OneWrong(int position, int expected) implements Reading {
        }

        record Wrong() implements Reading {
        }
    }

    /** How many check symbols are appended to so much data. */
    public static int count(int dataLength) {
        return CHECKS * words(dataLength);
    }

    /** The data with the check symbols behind it. */
    public static int[] append(int[] data) {
        int words = words(data.length);
        int[] all = Arrays.copyOf(data, data.length + CHECKS * words);
        for (int word = 0; word < words; word++) {
            int[] sums = syndromes(all, word, words);
            int last = lastOf(all.length, word, words);
            all[last - words] = sums[0];
            all[last] = sums[1];
        }
        return all;
    }

    /** @param all data and check symbols; a symbol of -1 counts as a wrong one */
    public static Reading read(int[] all) {
        int words = wordsOfAll(all.length);
        if (all.length <= CHECKS * words || Arrays.stream(all).anyMatch(symbol -> symbol < 0)) {
            return new Reading.Wrong();
        }
        Reading wrong = null;
        for (int word = 0; word < words; word++) {
            int[] sums = syndromes(all, word, words);
            if (sums[0] != 0 || sums[1] != 0) {
                wrong = wrong == null ? located(all, word, words, sums) : new Reading.Wrong();
            }
        }
        return wrong == null ? new Reading.Right(Arrays.copyOf(all, all.length - CHECKS * words)) : wrong;
    }

    private static Reading located(int[] all, int word, int words, int[] sums) {
        int last = lastOf(all.length, word, words);
        if (sums[0] == 0) {
            return new Reading.OneWrong(last, all[last] ^ sums[1]);
        }
        if (sums[1] == 0) {
            return new Reading.OneWrong(last - words, all[last - words] ^ sums[0]);
        }
        int position = word + words * Math.floorMod(LOG[sums[1]] - LOG[sums[0]], ORDER);
        return position < last - words ? new Reading.OneWrong(position, all[position] ^ sums[0]) : new Reading.Wrong();
    }

    /** The sum of all symbols but the last, and of the data weighted by place with the last; both 0 when all is right. */
    private static int[] syndromes(int[] all, int word, int words) {
        int last = lastOf(all.length, word, words);
        int plain = all[last - words];
        int weighted = all[last];
        int weight = 0;
        for (int i = word; i < last - words; i += words) {
            plain ^= all[i];
            weighted ^= all[i] == 0 ? 0 : POWER[(LOG[all[i]] + weight) % ORDER];
            weight++;
        }
        return new int[] {plain, weighted};
    }

    private static int lastOf(int length, int word, int words) {
        return word + (length - 1 - word) / words * words;
    }

    private static int words(int dataLength) {
        return Math.max(1, (dataLength + LONGEST_WORD - 1) / LONGEST_WORD);
    }

    private static int wordsOfAll(int length) {
        return Math.max(1, (length + LONGEST_WORD + CHECKS - 1) / (LONGEST_WORD + CHECKS));
    }
}
