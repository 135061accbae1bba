package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.PairScore;
import java.util.Arrays;

/** Compared pairs worth keeping, in some 14 bytes each. */
final class ScoredPairs {

    private static final byte TRUE = 4;

    private int[] left = new int[1024];
    private int[] right = new int[1024];
    private float[] bits = new float[1024];
    private byte[] flags = new byte[1024];
    private int size;

    void add(int one, int other, PairScore score, boolean same) {
        if (size == left.length) {
            left = Arrays.copyOf(left, size * 2);
            right = Arrays.copyOf(right, size * 2);
            bits = Arrays.copyOf(bits, size * 2);
            flags = Arrays.copyOf(flags, size * 2);
        }
        left[size] = one;
        right[size] = other;
        bits[size] = (float) score.bits();
        flags[size++] = (byte) (score.band().ordinal() | (same ? TRUE : 0));
    }

    int size() {
        return size;
    }

    int left(int pair) {
        return left[pair];
    }

    int right(int pair) {
        return right[pair];
    }

    double bits(int pair) {
        return bits[pair];
    }

    Band band(int pair) {
        return Band.values()[flags[pair] & 3];
    }

    boolean isTrue(int pair) {
        return (flags[pair] & TRUE) != 0;
    }

    /** The highest score first; of equal ones as they were found. */
    int[] byScore() {
        long[] order = new long[size];
        for (int pair = 0; pair < size; pair++) {
            int raw = Float.floatToIntBits(bits[pair]);
            int ascending = raw < 0 ? raw ^ 0x7FFFFFFF : raw;
            order[pair] = (long) ~ascending << 32 | pair;
        }
        Arrays.sort(order);
        return Arrays.stream(order).mapToInt(one -> (int) one).toArray();
    }
}
