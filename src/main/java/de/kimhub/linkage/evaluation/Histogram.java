package de.kimhub.linkage.evaluation;

/** How many pairs have which score, apart for pairs of one person and of two. The outer bars hold what lies beyond. */
public final class Histogram {

    public static final int LOWEST = -40;
    public static final int HIGHEST = 60;
    public static final int WIDTH = 2;

    private final long[] same = new long[(HIGHEST - LOWEST) / WIDTH];
    private final long[] different = new long[same.length];

    Histogram() {
    }

    void add(double bits, boolean one) {
        int bar = (int) Math.floor((bits - LOWEST) / WIDTH);
        (one ? same : different)[Math.clamp(bar, 0, same.length - 1)]++;
    }

    public int bars() {
        return same.length;
    }

    /** Lower end of a bar, in bits. */
    public int from(int bar) {
        return LOWEST + bar * WIDTH;
    }

    public long same(int bar) {
        return same[bar];
    }

    public long different(int bar) {
        return different[bar];
    }
}
